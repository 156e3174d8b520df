// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;

/// What evaluations say of an alert.
///
/// @param severity the last severity it was seen with
/// @param evidence the last evidence that it is bad, also after it ended
/// @param swings how often it came and went of late; none where the rule does not ask for that
/// @param updatedAt the time of the last evaluation that counted; it only goes forwards
public record AlertStatus(
        AlertState state,
        Condition condition,
        Severity severity,
        Evidence evidence,
        Swings swings,
        Instant updatedAt) {}
