// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How often a subject began and ceased to be bad of late; goes on from one alert of the subject to its next.
///
/// @param bad whether it was bad, long enough for its alert to fire, when it was last seen
/// @param at when that changed, oldest first, within the window of [Flapping]
/// @param held whether the alert is held as firing because of that
public record Swings(boolean bad, List<Instant> at, boolean held) {
    private static final Swings NONE = new Swings(false, List.of(), false);

    public Swings {
        at = List.copyOf(at);
    }

    public static Swings none() {
        return NONE;
    }

    Swings after(boolean badNow, Flapping flapping, Instant now) {
        var since = now.minus(flapping.window());
        var kept = new ArrayList<Instant>();
        at.stream().filter(swing -> swing.isAfter(since)).forEach(kept::add);
        if (badNow != bad) {
            kept.add(now);
        }
        var newest = kept.subList(Math.max(0, kept.size() - flapping.over()), kept.size());
        return new Swings(badNow, newest, flapping.holds(newest.size(), held));
    }
}
