// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows of `entity_shape`.
@ApplicationScoped
class ShapeRows implements PanacheRepositoryBase<ShapeEntity, String> {
    Set<String> shapes() {
        return listAll().stream().map(row -> row.shape).collect(Collectors.toSet());
    }

    /// Keeps those that are new.
    void add(Collection<String> shapes) {
        var news = new HashSet<>(shapes);
        news.removeAll(shapes());
        for (var shape : news) {
            var row = new ShapeEntity();
            row.pk = UUID.randomUUID().toString();
            row.shape = shape;
            persist(row);
        }
    }
}
