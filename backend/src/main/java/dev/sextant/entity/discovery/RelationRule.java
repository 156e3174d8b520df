// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.entity.Link;

/// Where a series belongs to an entity of one type and to one of another, the one is related to the other.
public record RelationRule(String from, String type, String to) {
    public RelationRule {
        new Link("from", type == null ? "" : type, "to");
        if (from == null || from.isBlank() || to == null || to.isBlank()) {
            throw new IllegalArgumentException(
                    "a relation needs from and to, the types of two entities");
        }
    }
}
