// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.protocol.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The series of one task, as the backend sends them: a head that says how long each is, and for each in turn its times, then
/// its values.
final class Batch {
    private final SeriesWork work;
    private final ModelShape shape;

    Batch(SeriesWork work, ModelShape shape) {
        this.work = work;
        this.shape = shape;
    }

    /// @param keep for each series how many points are wanted; all where it says nothing
    void answer(Message.ToWorker told, List<Integer> keep, ArrayNode answers)
            throws UnfitModelException {
        switch (told) {
            case Message.Rows(var head, var points) -> {
                var lengths = Json.object("the head", head).path("series").valueStream().toList();
                int next = 0;
                for (int index = 0; index < lengths.size(); index++) {
                    int length = lengths.get(index).path("length").asInt();
                    var values = Arrays.copyOfRange(points, next + length, next + 2 * length);
                    int wanted = index < keep.size() ? keep.get(index) : length;
                    write(work.run(values, wanted), values, answers.addObject());
                    next += 2 * length;
                }
            }
            case Message.Refusal(var text) -> throw new UnfitModelException(text);
            case Message.Count _,
                    Message.Evaluate _,
                    Message.ReadHeader _,
                    Message.ReadTests _,
                    Message.Cancel _ ->
                    throw new IllegalStateException("the backend answered with something else");
        }
    }

    private void write(Map<String, double[]> found, double[] values, ObjectNode answer) {
        found.forEach((output, numbers) -> {
            var side = answer.putArray(name(output));
            for (double number : numbers) {
                if (Double.isNaN(number)) {
                    side.addNull();
                } else {
                    side.add(number);
                }
            }
        });
        if (!shape.isForecast()) {
            explain(found.getOrDefault(shape.output(), new double[0]), values, answer);
        }
    }

    private String name(String output) {
        if (!output.equals(shape.output())) {
            return output;
        }
        return shape.isForecast() ? "expected" : "score";
    }

    private static void explain(double[] scores, double[] values, ObjectNode answer) {
        int missing = 0;
        for (int index = 0; index < scores.length; index++) {
            boolean isPoint = !Double.isNaN(values[values.length - scores.length + index]);
            missing += isPoint && Double.isNaN(scores[index]) ? 1 : 0;
        }
        if (missing > 0) {
            answer.put(
                    "explanation",
                    "the model gives no score for %d of %d points"
                            .formatted(missing, scores.length));
        }
    }
}
