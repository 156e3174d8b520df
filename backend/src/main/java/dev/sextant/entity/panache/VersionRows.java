// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// The rows of `entity_version`.
@ApplicationScoped
class VersionRows implements PanacheRepositoryBase<VersionEntity, String> {
    /// What holds at a time, of everything that has valid time.
    static final String AS_OF = "since <= :at and (until is null or until > :at)";
}
