// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What the launcher hands over: `[--json FILE] [--quick] --data DIR --launcher FILE --now SECONDS`.
///
/// @param now epoch seconds at the start of the benchmark
public record BenchOptions(
        Optional<Path> json, Path data, Path launcher, boolean isQuick, long now) {

    public static BenchOptions parse(String... arguments) {
        var options =
                new BenchOptions(Optional.empty(), Path.of("bench"), Path.of("sextant"), false, 0);
        for (int index = 0; index < arguments.length; index++) {
            options =
                    switch (arguments[index]) {
                        case "--quick" -> options.quick();
                        case "--json" -> options.writtenTo(Path.of(arguments[++index]));
                        case "--data" -> options.in(Path.of(arguments[++index]), options.launcher);
                        case "--launcher" -> options.in(options.data, Path.of(arguments[++index]));
                        case "--now" -> options.at(Long.parseLong(arguments[++index]));
                        default ->
                                throw new IllegalArgumentException("no option " + arguments[index]);
                    };
        }
        return options;
    }

    /// Writes the figures where they were asked for.
    public void write(BenchReport report) throws IOException {
        if (json.isPresent()) {
            report.write(json.get());
        }
    }

    private BenchOptions quick() {
        return new BenchOptions(json, data, launcher, true, now);
    }

    private BenchOptions writtenTo(Path file) {
        return new BenchOptions(Optional.of(file), data, launcher, isQuick, now);
    }

    private BenchOptions in(Path folder, Path script) {
        return new BenchOptions(json, folder, script, isQuick, now);
    }

    private BenchOptions at(long second) {
        return new BenchOptions(json, data, launcher, isQuick, second);
    }
}
