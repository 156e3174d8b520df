// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Files that declare an algorithm: their header, what they answer for a batch of series, their tests, and what is wrong.
class OwnAlgorithmTest {
    /// The members of the definition that are compared in both languages here.
    static final List<String> COMPARED =
            List.of(
                    "algorithm",
                    "AlgorithmDefinition.title",
                    "AlgorithmDefinition.description",
                    "AlgorithmDefinition.params",
                    "AlgorithmDefinition.fit",
                    "AlgorithmDefinition.score",
                    "AlgorithmDefinition.forecast",
                    "AlgorithmDefinition.tests");

    private static final String JAVASCRIPT =
            """
            import { algorithm, p } from "sextant";
            export default algorithm({
              title: "Distance",
              description: "How far from the mean.",
              params: { border: p.number(2, { min: 1 }) },
              fit: (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length),
              score: (values, times, { border }, mean) => ({
                score: values.map((value) => Math.abs(value - mean) / border),
                expected: values.map(() => mean),
              }),
              tests: {
                "a spike is far": (run) => run([1, 1, 9]).score[2] >= 0,
                "this one fails": (run) => run([1, 1, 9], { border: 0 }),
              },
            });
            """;
    private static final String PYTHON =
            """
            from sextant import algorithm, P

            def learn(values, times, options):
                return sum(values) / max(1, len(values))

            def a_spike_is_far(run):
                return run([1, 1, 9])["score"][2] >= 0

            def this_one_fails(run):
                run([1, 1, 9], border=0)

            @algorithm(title="Distance", description="How far from the mean.", fit=learn, tests=[a_spike_is_far, this_one_fails])
            def score(values, times, model, border=P.number(2, min=1)):
                return {"score": [abs(value - model) / border for value in values], "expected": [model] * len(values)}
            """;
    private static final String ONE_POINT = "{\"keep\":[1,1]}";

    private static final Guests GUESTS = new Guests();
    private final PythonGuests python = new PythonGuests();

    @AfterAll
    static void end() {
        GUESTS.close();
    }

    @Test
    void theHeaderSaysWhatItIsInBothLanguages() {
        var javascript = header(GUESTS.header(JAVASCRIPT));
        var other = header(python.header(PYTHON));

        assertThat(javascript)
                .contains("\"algorithm\":\"anomaly\"", "\"name\":\"border\"", "a spike is far");
        assertThat(other).isEqualTo(javascript);
    }

    @Test
    void aBatchIsAnsweredSeriesBySeriesInBothLanguages() {
        var javascript =
                Guests.result(two(GUESTS).run(JAVASCRIPT, "{\"border\":4}", "{\"keep\":[1,1]}"));
        var other = Guests.result(two(python).run(PYTHON, "{\"border\":4}", ONE_POINT));

        assertThat(javascript)
                .contains(
                        "\"answers\":[{\"score\":[0],\"expected\":[8]},{\"score\":[0],\"expected\":[4]}]");
        assertThat(other).isEqualTo(javascript);
    }

    @Test
    void testsOfTheFileTellWhichOneFailsAndWhere() {
        var javascript = Guests.result(GUESTS.run(JAVASCRIPT, "{}", "{\"tests\":true}"));
        var other = Guests.result(python.run(PYTHON, "{}", "{\"tests\":true}"));

        assertThat(javascript)
                .contains("{\"name\":\"a spike is far\"}")
                .contains("\"problem\":\"parameter border must be at least 1, not 0\",\"line\":13");
        assertThat(other)
                .contains("{\"name\":\"a spike is far\"}")
                .contains("\"problem\":\"parameter border must be at least 1, not 0\",\"line\":10");
    }

    @Test
    void wrongShapesAreToldWithTheSeries() {
        var body = "export default algorithm({ score: %s });";
        var start = "import { algorithm } from \"sextant\";\n" + body;

        assertThat(message(start.formatted("() => [1]")))
                .isEqualTo("score has 1 numbers; 2 are wanted");
        assertThat(message(start.formatted("() => \"high\"")))
                .isEqualTo(
                        "an algorithm answers a list of numbers or { score, expected, lower, upper }, not \"high\"");
        assertThat(message(start.formatted("(values) => values.length === 1 ? [\"a\"] : [1]")))
                .startsWith("score");
        assertThat(message(start.formatted("() => ({ scores: [] })")))
                .isEqualTo("the answer has no field scores; did you mean score?");
        assertThat(message(start.formatted("() => { throw new Error(\"no\"); }")))
                .isEqualTo("Error: no");
    }

    @Test
    void aFileWithoutAFunctionOrWithBothIsRefused() {
        assertThat(rejected("export default algorithm({ title: \"x\" });"))
                .startsWith("an algorithm has one of score");
        assertThat(rejected("export default algorithm({ score() {}, forecast() {} });"))
                .startsWith("an algorithm has one of score");
        assertThat(rejected("export default algorithm({ score() {}, border: 1 });"))
                .startsWith("the algorithm has no field border");
    }

    @Test
    void theSamplesOfTheGuideRunInBothLanguages() throws IOException {
        var guide = Files.readString(Path.of("../docs/how-to/write-an-algorithm.md"));
        var javascript = sample(guide, "js");
        var other = sample(guide, "python");
        var head = "{\"series\":[{\"metric\":\"m\",\"labels\":{},\"length\":5}]}";
        var points = new double[] {1, 2, 3, 4, 5, 10, 12, 10, 12, 20};
        GUESTS.answering(_ -> new Message.Rows(head, points));
        python.answering(_ -> new Message.Rows(head, points));
        var wanted = "\"answers\":[{\"score\":[3],\"expected\":[11],\"lower\":[8],\"upper\":[14]}]";

        assertThat(Guests.result(GUESTS.run(javascript, "{}", "{\"keep\":[1]}"))).contains(wanted);
        assertThat(Guests.result(python.run(other, "{}", "{\"keep\":[1]}"))).contains(wanted);
        assertThat(Guests.result(GUESTS.run(javascript, "{}", "{\"tests\":true}")))
                .contains("stays below 1\"}]");
        assertThat(Guests.result(python.run(other, "{}", "{\"tests\":true}")))
                .contains("stays below 1\"}]");
        assertThat(header(GUESTS.header(javascript)))
                .contains("\"title\":{\"en\":\"Distance from the mean\"");
    }

    private static String sample(String guide, String language) {
        int start = guide.indexOf("```" + language + "\n") + language.length() + 4;
        return guide.substring(start, guide.indexOf("```", start));
    }

    @Test
    void aForecastGoesOnForAsManyPointsAsAreWanted() {
        var javascript =
                """
                import { algorithm } from "sextant";
                export default algorithm({ forecast: (values, times, horizon) => new Array(horizon).fill(values.at(-1)) });
                """;
        var other =
                """
                from sextant import algorithm
                @algorithm()
                def forecast(values, times, horizon):
                    return [values[-1]] * horizon
                """;
        var wanted = "\"answers\":[{\"expected\":[8,8]},{\"expected\":[4]}]";

        assertThat(Guests.result(two(GUESTS).run(javascript, "{}", "{\"keep\":[2,1]}")))
                .contains(wanted);
        assertThat(Guests.result(two(python).run(other, "{}", "{\"keep\":[2,1]}")))
                .contains(wanted);
    }

    private static Guests two(Guests guests) {
        return guests.answering(_ -> Guests.rows("a=8", "b=4"));
    }

    private static PythonGuests two(PythonGuests guests) {
        return guests.answering(_ -> Guests.rows("a=8", "b=4"));
    }

    private static String message(String source) {
        var head = "{\"series\":[{\"metric\":\"m\",\"labels\":{\"host\":\"a\"},\"length\":2}]}";
        GUESTS.answering(_ -> new Message.Rows(head, new double[] {1, 2, 3, 4}));
        var outcome = GUESTS.run(source, "{}", "{\"keep\":[2]}");
        if (!(outcome instanceof Message.Failed(_, var log))) {
            throw new AssertionError("no failure but " + outcome);
        }
        assertThat(log)
                .last()
                .extracting(Message.LogLine::text)
                .isEqualTo("series {\"host\":\"a\"}");
        return Guests.problem(outcome).message();
    }

    private static String rejected(String source) {
        return Guests.problem(GUESTS.header("import { algorithm } from \"sextant\";\n" + source))
                .message();
    }

    private static String header(Message.ToBackend outcome) {
        if (outcome instanceof Message.HeaderRead(var json)) {
            return json;
        }
        throw new AssertionError("no header but " + outcome);
    }
}
