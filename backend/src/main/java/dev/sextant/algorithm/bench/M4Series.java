// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// One series of the competition: the points to learn from, and those that came after.
record M4Series(String id, double[] training, double[] test) {
    /// All series of a frequency, from `<frequency>-train.csv` and `<frequency>-test.csv`: one series a row, its name
    /// first, empty or NA cells at the end.
    ///
    /// @throws IOException if a file can't be read, or a series has no test row
    static List<M4Series> read(Path folder, String frequency) throws IOException {
        var tests = new HashMap<String, double[]>();
        for (var line : lines(folder.resolve(frequency + "-test.csv"))) {
            tests.put(id(line), values(line));
        }
        var series = new ArrayList<M4Series>();
        for (var line : lines(folder.resolve(frequency + "-train.csv"))) {
            var test = tests.get(id(line));
            if (test == null) {
                throw new IOException(
                        "series " + id(line) + " has no row in " + frequency + "-test.csv");
            }
            series.add(new M4Series(id(line), values(line), test));
        }
        return series;
    }

    // The original files begin with a row of column names.
    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replace("\"", ""))
                .filter(line -> !line.isBlank() && !line.startsWith("V1,"))
                .toList();
    }

    private static String id(String line) {
        return line.substring(0, line.indexOf(','));
    }

    private static double[] values(String line) {
        return Arrays.stream(line.split(","))
                .skip(1)
                .filter(cell -> !cell.isBlank() && !cell.equals("NA"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
