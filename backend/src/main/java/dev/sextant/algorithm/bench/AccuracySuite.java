// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Path;

/// A public data set with the scoring rules of its authors.
public interface AccuracySuite {
    /// Its name on the command line, which is also its folder below the data folder.
    String name();

    /// Runs the algorithms with their shipped settings over all files, and adds the figures.
    ///
    /// @param folder of this suite, see docs/how-to/score-algorithms.md for what lies there
    void run(Path folder, BenchReport report) throws IOException;
}
