// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Stretches of time that are not like others, by kind.
///
/// @param kinds where two overlap, the earlier one in the list counts
public record Calendar(List<Kind> kinds) {
    private static final int MOST = 1_000;

    public Calendar {
        kinds = List.copyOf(kinds);
        int all = kinds.stream().mapToInt(kind -> kind.stretches().size()).sum();
        if (all == 0 || all > MOST) {
            throw new IllegalArgumentException(
                    "a calendar has 1 to %,d stretches of time, not %,d".formatted(MOST, all));
        }
    }

    /// What stretches have in common, such as that they are holidays.
    ///
    /// @param stretches in order of time, those that overlap joined
    public record Kind(String name, List<Stretch> stretches) {
        public Kind {
            stretches = joined(stretches);
        }

        private static List<Stretch> joined(List<Stretch> given) {
            var joined = new ArrayList<Stretch>();
            var sorted = given.stream().sorted(Comparator.comparingLong(Stretch::from)).toList();
            for (var stretch : sorted) {
                if (!joined.isEmpty() && stretch.from() < joined.getLast().to()) {
                    var last = joined.removeLast();
                    long to = Math.max(last.to(), stretch.to());
                    joined.add(new Stretch(last.from(), to));
                } else {
                    joined.add(stretch);
                }
            }
            return List.copyOf(joined);
        }
    }

    /// Where a time lies.
    ///
    /// @param kind counted from 0
    /// @param stretch of that kind, counted from 0
    /// @param offset milliseconds since the stretch began
    public record Place(int kind, int stretch, long offset) {}

    /// The special stretch that a time lies in; empty on an ordinary day.
    public Optional<Place> at(long time) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            var stretches = kinds.get(kind).stretches();
            int found = begun(stretches, time);
            if (found >= 0 && time < stretches.get(found).to()) {
                return Optional.of(new Place(kind, found, time - stretches.get(found).from()));
            }
        }
        return Optional.empty();
    }

    /// The last one that began by then; -1 for none.
    private static int begun(List<Stretch> stretches, long time) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).from() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    String name(int kind) {
        return kinds.get(kind).name();
    }
}
