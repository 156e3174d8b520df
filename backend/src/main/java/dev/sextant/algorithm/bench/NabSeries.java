// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// One file of the Numenta Anomaly Benchmark with its labelled windows.
///
/// @param times of the points, in seconds since 1970
/// @param values as many as times
/// @param windows in the order of time; none overlap
record NabSeries(String name, long[] times, double[] values, List<Window> windows) {
    private static final String WINDOWS = "windows.csv";
    private static final Set<String> NO_SERIES = Set.of(WINDOWS, "manifest.csv");

    /// Indices of the first and the last point of a labelled anomaly.
    record Window(int first, int last) {
        int size() {
            return last - first + 1;
        }
    }

    NabSeries {
        windows = List.copyOf(windows);
    }

    /// All series of a folder, by name.
    static List<NabSeries> readAll(Path folder) throws IOException {
        var labels = new ArrayList<String[]>();
        for (var line : lines(folder.resolve(WINDOWS))) {
            labels.add(line.split(",", -1));
        }
        var result = new ArrayList<NabSeries>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".csv") && !NO_SERIES.contains(name)) {
                    result.add(read(file, labels));
                }
            }
        }
        return result;
    }

    private static NabSeries read(Path file, List<String[]> labels) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        var lines = lines(file);
        var times = new long[lines.size()];
        var values = new double[lines.size()];
        for (var i = 0; i < times.length; i++) {
            var cells = lines.get(i).split(",", -1);
            times[i] = Long.parseLong(cells[0]);
            values[i] = Double.parseDouble(cells[1]);
        }
        var windows = new ArrayList<Window>();
        for (var label : labels) {
            if (label[0].equals(name)) {
                windows.add(window(times, Long.parseLong(label[1]), Long.parseLong(label[2])));
            }
        }
        return new NabSeries(name, times, values, windows);
    }

    private static Window window(long[] times, long from, long to) {
        var first = Arrays.stream(times).takeWhile(time -> time < from).count();
        var behind = Arrays.stream(times).takeWhile(time -> time <= to).count();
        return new Window((int) first, (int) behind - 1);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).toList();
    }
}
