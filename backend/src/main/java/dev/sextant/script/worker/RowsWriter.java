// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.protocol.Message;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.List;
import java.util.Map;

/// Writes a frame for the wire: a head that says which rows there are and what stands beside each, and one array of
/// float64 with, of each of them in the order of the head, its times, then its values.
final class RowsWriter {
    private final double[] points;
    private int next;

    private RowsWriter(long points) {
        this.points = new double[2 * Math.toIntExact(points)];
    }

    /// A side of a frame, ready to be looked up.
    private record Side(String name, Map<Labels, Series> rows, List<Side> beside) {}

    static Message.Rows write(Frame frame, ObjectMapper json) {
        var writer = new RowsWriter(frame.points());
        var head = json.createObjectNode();
        var rows = head.putArray("series");
        var beside = sides(frame);
        for (var series : frame.series()) {
            var row = rows.addObject();
            var labels = row.putObject("labels");
            series.key().labels().asMap().forEach(labels::put);
            var explanation = frame.explanations().get(series.key().labels());
            if (explanation != null) {
                row.put("explain", explanation);
            }
            writer.row(row, series, beside);
        }
        return new Message.Rows(head.toString(), writer.points);
    }

    private static List<Side> sides(Frame frame) {
        return frame.sides().entrySet().stream()
                .map(side ->
                        new Side(side.getKey(), side.getValue().byLabels(), sides(side.getValue())))
                .toList();
    }

    private void row(ObjectNode row, Series series, List<Side> beside) {
        row.put("metric", series.key().metric());
        row.put("length", series.length());
        for (long time : series.times()) {
            points[next++] = time;
        }
        System.arraycopy(series.values(), 0, points, next, series.length());
        next += series.length();
        for (var side : beside) {
            var other = side.rows().get(series.key().labels());
            if (other != null) {
                row(row.withObjectProperty("sides").putObject(side.name()), other, side.beside());
            }
        }
    }
}
