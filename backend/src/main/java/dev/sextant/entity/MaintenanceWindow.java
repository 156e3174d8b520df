// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.time.Instant;

/// A time in which an entity is worked on, so that nobody wonders at what it does.
///
/// @param id empty for one that is not kept yet
/// @param since included
/// @param until not included
public record MaintenanceWindow(
        String id, String entity, Instant since, Instant until, String reason) {
    private static final int LONGEST_REASON = 500;

    public MaintenanceWindow {
        if (!since.isBefore(until)) {
            throw new IllegalArgumentException("a maintenance must end after it begins");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "the reason of a maintenance has at most %d characters"
                            .formatted(LONGEST_REASON));
        }
    }
}
