// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of time of which somebody said what it was, so that algorithms can be measured by it.
///
/// @param metric of whose series it speaks
/// @param labels those series have them, and may have more
/// @param isUseful whether something was wrong that should be found; else it was noise that nobody should be told of
public record LabelledIncident(
        String id, String metric, Labels labels, Stretch stretch, boolean isUseful, Made made) {
    /// How long a stretch may be.
    public static final Duration LONGEST = Duration.ofDays(31);

    /// From the first moment to the last, both included.
    public record Stretch(Instant from, Instant to) {
        public Stretch {
            if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "an incident goes from a time to a later one, at most 31 days: not %s to %s"
                                .formatted(from, to));
            }
        }
    }

    /// Who said so, when, and what else they said.
    ///
    /// @param alert of which it was said; null when somebody pointed at a stretch of a series
    public record Made(Instant at, String by, String note, @Nullable String alert) {}

    public boolean concerns(Labels series) {
        return labels.asMap().entrySet().stream()
                .allMatch(label -> label.getValue().equals(series.value(label.getKey())));
    }
}
