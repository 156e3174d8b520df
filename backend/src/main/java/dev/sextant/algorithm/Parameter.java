// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that can be set.
///
/// @param name camelCase, as JavaScript and REST write it
/// @param fallback what it is when it is left out, as it is written in JSON; null when leaving it out means something of its
///     own, which the text says
public record Parameter(
        String name, Type type, @Nullable String fallback, String english, String chinese) {

    /// What may be given.
    public sealed interface Type {
        /// A number within bounds, both included.
        record Number(double min, double max) implements Type {}

        /// A length of time.
        record Length(Duration min, Duration max) implements Type {}

        /// One of some words.
        record Choice(List<String> words) implements Type {
            public Choice {
                words = List.copyOf(words);
            }
        }

        /// Lengths of seasons.
        ///
        /// @param only those that the method knows; empty: any
        record Seasons(List<Duration> only) implements Type {
            public Seasons {
                only = List.copyOf(only);
            }
        }

        /// A least distance from what is expected: absolute, relative, or both.
        record Distance() implements Type {}

        /// A point in time, epoch milliseconds.
        record Time() implements Type {}

        /// Names of labels.
        record Names() implements Type {}

        /// The labels of one thing.
        record Place() implements Type {}

        /// Special stretches of time by kind.
        record Calendar() implements Type {}

        /// Who calls or needs whom.
        record Graph() implements Type {}
    }

    /// Who calls or needs whom, as [Settings#graph] gives it.
    ///
    /// @param changed on whom something was changed shortly before
    public record Graph(List<Call> calls, List<Labels> changed) {
        public Graph {
            calls = List.copyOf(calls);
            changed = List.copyOf(changed);
        }
    }

    /// One depends on the other.
    public record Call(Labels from, Labels to) {}

    /// A least distance, as [Settings#distance] gives it.
    ///
    /// @param absolute in the unit of the series
    /// @param relative as a share of what is expected
    public record Deviation(double absolute, double relative) {
        /// Any distance.
        public static final Deviation NONE = new Deviation(0, 0);
    }
}
