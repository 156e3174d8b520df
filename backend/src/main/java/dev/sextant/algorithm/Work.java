// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Series;
import java.util.List;
import java.util.Optional;

/// What an algorithm does with the rows of a frame. A pure function: the same rows and settings give the same answer.
public sealed interface Work {
    /// Looks at one row after the other.
    record OfEach(EachSeries each) implements Work {}

    /// Looks at one row after the other, point by point: what it knows can be kept and taken further.
    record Online(Start start) implements Work {}

    /// Looks at all rows at once.
    record OfAll(AllSeries all) implements Work {}

    /// Looks at the rows of one frame beside those of another one.
    record OfTwo(TwoFrames two) implements Work {}

    /// One row in, what is said of it out; empty when there is nothing to say.
    @FunctionalInterface
    interface EachSeries {
        /// @throws IllegalArgumentException in words for the caller when the settings do not fit the row
        Optional<Finding> look(Series series, Settings settings);
    }

    /// Begins to watch, knowing nothing.
    @FunctionalInterface
    interface Start {
        Watch watch(Settings settings);

        /// The same answer for one row by itself.
        default Optional<Finding> look(Series series, Settings settings) {
            if (series.length() == 0) {
                return Optional.empty();
            }
            var watch = watch(settings);
            return Optional.of(watch.judge(watch.add(), series));
        }
    }

    /// All rows in, the rows of the answer out, in its order.
    @FunctionalInterface
    interface AllSeries {
        /// @throws IllegalArgumentException in words for the caller when the settings do not fit the rows
        List<Named> look(List<Row> rows, Settings settings);
    }

    /// The rows of two frames in, the rows of the answer out, in its order.
    @FunctionalInterface
    interface TwoFrames {
        /// @param others empty when only one frame is given
        /// @throws IllegalArgumentException in words for the caller when the settings do not fit the rows
        List<Named> look(List<Series> rows, Optional<List<Series>> others, Settings settings);
    }

    /// A row of the input with what stands beside it.
    ///
    /// @param before the same row earlier, where the input compares (`versus`); empty otherwise
    record Row(Series series, Optional<Series> before) {}

    /// A row of the answer.
    ///
    /// @param series what names it; its points are not looked at
    record Named(Series series, Finding finding) {}
}
