// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Main class of `./sextant bench algorithms`: `AlgorithmBench --data DIR [--suite NAME] [--json FILE] [--quick]`.
public final class AlgorithmBench {
    private static final String ALL = "all";
    private static final List<AccuracySuite> SUITES =
            List.of(
                    new NabSuite(),
                    new M4Suite(),
                    new TcpdSuite(),
                    new PetShopSuite(),
                    new KpiSuite());

    private AlgorithmBench() {}

    public static void main(String[] arguments) throws IOException {
        Path json = null;
        var data = Path.of(".");
        var suite = ALL;
        for (int index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                // The sets are small: a quick run is a whole one.
                case "--quick" -> {}
                case "--json" -> json = Path.of(arguments[++index]);
                case "--data" -> data = Path.of(arguments[++index]);
                case "--suite" -> suite = arguments[++index];
                default -> throw new IllegalArgumentException("no option " + arguments[index]);
            }
        }
        System.exit(run(data, suite, json));
    }

    private static int run(Path data, String name, @Nullable Path json) throws IOException {
        var chosen =
                SUITES.stream()
                        .filter(suite -> name.equals(ALL) || name.equals(suite.name()))
                        .toList();
        var report = BenchReport.toConsole();
        if (chosen.isEmpty()) {
            var known = SUITES.stream().map(AccuracySuite::name).collect(Collectors.joining(", "));
            report.leaveOut(name, "no such suite; there are all, " + known);
            return 2;
        }
        report.machine();
        for (var suite : chosen) {
            var folder = data.resolve(suite.name());
            if (Files.isDirectory(folder)) {
                suite.run(folder, report);
            } else {
                report.leaveOut(suite.name(), "there is no folder " + folder);
            }
        }
        if (json != null) {
            report.write(json);
        }
        return 0;
    }
}
