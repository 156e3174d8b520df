// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One `metrics.csv` of PetShop: three rows of heads (node, metric, statistic), one of the index' name, then a row per time.
///
/// @param times epoch seconds of the rows
/// @param columns values by node, metric and statistic, NaN where there is none
record PetShopTable(List<Double> times, Map<Head, double[]> columns) {
    private static final int HEADS = 4;

    record Head(String node, String metric, String statistic) {}

    static PetShopTable read(Path file) throws IOException {
        var rows =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.split(",", -1))
                        .toList();
        var columns = new LinkedHashMap<Head, double[]>();
        var data = rows.subList(HEADS, rows.size());
        for (int column = 1; column < rows.getFirst().length; column++) {
            int place = column;
            var head = new Head(rows.get(0)[place], rows.get(1)[place], rows.get(2)[place]);
            columns.put(
                    head, data.stream().mapToDouble(row -> TcpdSuite.number(row[place])).toArray());
        }
        return new PetShopTable(data.stream().map(row -> Double.valueOf(row[0])).toList(), columns);
    }

    Set<String> nodes() {
        var nodes = new LinkedHashSet<String>();
        columns.keySet().forEach(head -> nodes.add(head.node()));
        return nodes;
    }

    /// The column of this table and then that of the other, NaN where one has none.
    double[] then(PetShopTable other, Head head) {
        var all = Arrays.copyOf(column(head), times.size() + other.times.size());
        System.arraycopy(other.column(head), 0, all, times.size(), other.times.size());
        return all;
    }

    private double[] column(Head head) {
        var found = columns.get(head);
        if (found != null) {
            return found;
        }
        var missing = new double[times.size()];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    /// Calls of an adjacency matrix: callers are rows, callees are columns.
    static Map<String, List<String>> calls(Path file) throws IOException {
        var rows = Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
        var calls = new LinkedHashMap<String, List<String>>();
        for (var row : rows.subList(1, rows.size())) {
            var callees = new ArrayList<String>();
            for (int column = 1; column < row.length; column++) {
                if (TcpdSuite.number(row[column]) > 0) {
                    callees.add(rows.getFirst()[column]);
                }
            }
            calls.put(row[0], callees);
        }
        return calls;
    }
}
