// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of an entity: what was said of it, from one time to another.
///
/// @param since since when it holds
/// @param until until when, not included; null while it holds
public record Entity(EntityKey key, Facts facts, Instant since, @Nullable Instant until) {
    public String id() {
        return key.id();
    }
}
