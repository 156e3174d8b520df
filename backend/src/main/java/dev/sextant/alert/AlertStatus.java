// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;

/// What evaluations say of an alert.
///
/// @param severity the last severity it was seen with
/// @param evidence the last evidence that it is bad, also after it ended
/// @param updatedAt the time of the last evaluation that counted; it only goes forwards
public record AlertStatus(
        AlertState state,
        Condition condition,
        Severity severity,
        Evidence evidence,
        Instant updatedAt) {}
