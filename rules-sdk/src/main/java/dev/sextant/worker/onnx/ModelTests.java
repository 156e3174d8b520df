// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/// Runs what the author of a model wants to be true of it.
final class ModelTests {
    private final ModelSession session;
    private final Stop stop;

    ModelTests(ModelSession session, Stop stop) {
        this.session = session;
        this.stop = stop;
    }

    /// One object for each test: its name, and its problem when it fails.
    void run(ArrayNode results) {
        for (var test : session.notes().tests()) {
            var result = results.addObject().put("name", test.name());
            var problem = problem(test);
            if (problem != null) {
                result.put("problem", problem);
            }
        }
    }

    private @Nullable String problem(ModelTest test) {
        try {
            var options = Options.of(session.notes(), test.options());
            boolean isForecast = session.shape().isForecast();
            var found =
                    new SeriesWork(session, options, stop)
                            .run(test.values(), isForecast ? test.horizon() : test.last());
            var numbers = found.getOrDefault(session.shape().output(), new double[0]);
            return isForecast ? test.problemOfForecast(numbers) : test.problemOfScores(numbers);
        } catch (UnfitModelException problem) {
            return problem.words();
        }
    }
}
