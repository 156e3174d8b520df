// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.algorithm.change.AutoChanges;
import dev.sextant.algorithm.change.Change;
import dev.sextant.algorithm.change.ChangeDetector;
import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Change points against what people marked in the univariate series of the Turing Change Point Dataset, by [ChangeScores]. The method
/// is `auto` as it is shipped; series with several values a row are left out.
final class TcpdSuite implements AccuracySuite {
    private static final String ANNOTATIONS = "annotations.csv";

    private final ChangeDetector detector = AutoChanges.standard();

    @Override
    public String name() {
        return "tcpd";
    }

    @Override
    public void run(Path folder, BenchReport report) throws IOException {
        double cover = 0;
        double f1 = 0;
        int count = 0;
        long points = 0;
        long began = System.nanoTime();
        for (var marked : annotations(folder.resolve(ANNOTATIONS)).entrySet()) {
            var file = folder.resolve(marked.getKey() + ".csv");
            if (!Files.isRegularFile(file) || !isUnivariate(file)) {
                continue;
            }
            var values = values(file);
            var found = detector.detect(values).stream().map(Change::index).toList();
            cover += ChangeScores.cover(values.length, marked.getValue(), found);
            f1 += ChangeScores.f1(marked.getValue(), found);
            points += values.length;
            count++;
        }
        if (count == 0) {
            report.leaveOut("tcpd", "no univariate series with annotations in " + folder);
            return;
        }
        report.add("tcpd.series", count, "");
        report.add("tcpd.cover", cover / count, "");
        report.add("tcpd.f1", f1 / count, "");
        report.add("tcpd.auto.micros", (System.nanoTime() - began) / 1e3 / points, "µs/point");
    }

    /// What each person marked, by series.
    static Map<String, List<List<Integer>>> annotations(Path file) throws IOException {
        var people = new TreeMap<String, List<List<Integer>>>();
        for (var line : rows(file)) {
            var cells = line.split(",", -1);
            var changes =
                    Stream.of(cells[2].trim().split(" +"))
                            .filter(change -> !change.isEmpty())
                            .map(Integer::valueOf)
                            .toList();
            people.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(changes);
        }
        return people;
    }

    private static boolean isUnivariate(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().filter(head -> head.split(",", -1).length == 2).isPresent();
        }
    }

    private static double[] values(Path file) throws IOException {
        return rows(file).stream().mapToDouble(line -> number(line.split(",", -1)[1])).toArray();
    }

    private static List<String> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).filter(line -> !line.isBlank()).toList();
    }

    /// The number in a cell, NaN where there is none.
    static double number(String cell) {
        var text = cell.trim();
        boolean missing = text.isEmpty() || text.toLowerCase(Locale.ROOT).matches("nan|na|null");
        return missing ? Double.NaN : Double.parseDouble(text);
    }
}
