// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import org.jspecify.annotations.Nullable;

/// Which part of a list of alerts: newest first, only those older than the alert `after`.
///
/// @param after the id of the last alert of the page before; null: from the start
public record AlertPage(@Nullable String after, int limit) {
    public AlertPage {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
    }

    public static AlertPage first(int limit) {
        return new AlertPage(null, limit);
    }
}
