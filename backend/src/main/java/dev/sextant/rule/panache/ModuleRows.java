// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// Rows of modules; Hibernate adds the tenant to every query.
@ApplicationScoped
class ModuleRows implements PanacheRepositoryBase<ModuleEntity, String> {}
