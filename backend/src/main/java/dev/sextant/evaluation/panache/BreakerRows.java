// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// Rows of breakers; Hibernate adds the tenant to every query.
@ApplicationScoped
class BreakerRows implements PanacheRepositoryBase<BreakerEntity, String> {}
