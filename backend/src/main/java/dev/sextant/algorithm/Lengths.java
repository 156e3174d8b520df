// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Durations;
import java.time.Duration;

/// Lengths of time for people.
final class Lengths {
    private Lengths() {}

    static String text(long millis) {
        return Durations.format(Duration.ofMillis(millis));
    }
}
