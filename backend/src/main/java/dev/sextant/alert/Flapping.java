// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.telemetry.Timing;
import java.math.BigDecimal;
import java.time.Duration;

/// When an alert swings so often that its ends are not worth telling; `fire.flap` of the header. The share of evaluations at
/// which it began or ceased to be bad is measured over a window of time, with two marks as in Nagios: above the higher one the
/// alert is held as firing, below the lower one it ends as others do.
///
/// @param window the time of [#over] evaluations
/// @param over evaluations, 2 to 100
/// @param high share of swings from which on the alert is held, above 0, at most 1
/// @param low share of swings below which it is let go, at most [#high]
public record Flapping(Duration window, int over, double high, double low) {
    private static final int FEWEST = 2;
    private static final int MOST = 100;

    public Flapping {
        if (!(high > 0 && high <= 1)) {
            throw new IllegalArgumentException(
                    "fire.flap.high must be a share above 0, at most 1, not " + high);
        }
        if (!(low >= 0 && low <= high)) {
            throw new IllegalArgumentException(
                    "fire.flap.low must be a share from 0 to fire.flap.high, not " + low);
        }
    }

    /// @param over a whole number
    /// @throws IllegalArgumentException with a sentence for the rule's author
    public static Flapping of(Timing timing, double over, double high, double low) {
        if (over != Math.rint(over) || over < FEWEST || over > MOST) {
            throw new IllegalArgumentException(
                    "fire.flap.over must be a whole number of evaluations from %d to %d, not %s"
                            .formatted(FEWEST, MOST, BigDecimal.valueOf(over).toPlainString()));
        }
        return new Flapping(timing.span((int) over), (int) over, high, low);
    }

    /// Whether an alert with so many swings in the window is held.
    boolean holds(int swings, boolean held) {
        double share = (double) swings / over;
        return share >= high || held && share >= low && share > 0;
    }
}
