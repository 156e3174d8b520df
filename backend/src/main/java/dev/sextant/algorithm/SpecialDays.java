// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.calendar.Calendar;
import dev.sextant.algorithm.calendar.Stretch;
import java.util.List;
import java.util.SequencedMap;

/// Special stretches of time by kind, as people write them.
public final class SpecialDays {
    private final Calendar calendar;

    private SpecialDays(Calendar calendar) {
        this.calendar = calendar;
    }

    /// @param kinds stretches such as `2026-05-01`, `2026-10-01/7d` or `2026-11-11T00:00+08:00/24h` by the name of their kind
    /// @throws IllegalArgumentException in words for the caller
    public static SpecialDays of(SequencedMap<String, List<String>> kinds) {
        return new SpecialDays(
                new Calendar(
                        kinds.entrySet().stream()
                                .map(kind ->
                                        new Calendar.Kind(
                                                kind.getKey(),
                                                kind.getValue().stream().map(Stretch::of).toList()))
                                .toList()));
    }

    Calendar calendar() {
        return calendar;
    }
}
