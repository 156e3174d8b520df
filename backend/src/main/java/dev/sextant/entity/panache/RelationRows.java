// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// The rows of `entity_relation`.
@ApplicationScoped
class RelationRows implements PanacheRepositoryBase<RelationEntity, String> {
    /// Ends what holds of an entity that is no more.
    void endAllOf(String entityId, Instant at) {
        update(
                "until = ?1, open = null where until is null and (fromId = ?2 or toId = ?2)",
                at,
                entityId);
    }
}
