// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.List;

/// A method that finds all changes of a finished series.
public interface ChangeDetector {
    /// The method's name in scripts: `auto`, `pelt`, `binarySegmentation`, `bayesianOnline`.
    String name();

    /// The changes in the order of time. Never fails: a series that is empty, constant, too short or all NaN has none.
    ///
    /// @param values points in the order of time, NaN where one is missing; not changed
    List<Change> detect(double[] values);
}
