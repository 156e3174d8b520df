// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// Rows of algorithms; Hibernate adds the tenant to every query.
@ApplicationScoped
class OwnAlgorithmRows implements PanacheRepositoryBase<OwnAlgorithmEntity, String> {}
