// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import org.jspecify.annotations.Nullable;

/// Which entities a list shall hold.
///
/// @param type only of this type; null: of all
/// @param search only those whose name or id holds this text, whatever its case; empty: all
/// @param tag only with this tag; null: all
/// @param after the id that the list goes on after; empty: from the beginning
public record EntityFilter(
        @Nullable String type, String search, @Nullable String tag, String after, int limit) {
    public static EntityFilter all(int limit) {
        return new EntityFilter(null, "", null, "", limit);
    }
}
