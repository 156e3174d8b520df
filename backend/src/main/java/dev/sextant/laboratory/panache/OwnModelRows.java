// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// Rows of models; Hibernate adds the tenant to every query.
@ApplicationScoped
class OwnModelRows implements PanacheRepositoryBase<OwnModelEntity, String> {}
