// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.ModelTrials.message;
import static dev.sextant.script.worker.ModelTrials.text;
import static dev.sextant.testing.OnnxFile.DOUBLE;
import static dev.sextant.testing.OnnxFile.FLOAT;
import static dev.sextant.testing.OnnxFile.INT64;
import static dev.sextant.testing.OnnxFile.field;
import static dev.sextant.testing.OnnxFile.wholes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.laboratory.AlgorithmRuns.Ending;
import dev.sextant.laboratory.AlgorithmRuns.Tested;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.testing.OnnxFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// ONNX models on a real worker process, which must have given up its system calls.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class OnnxWorkersTest {
    private ModelTrials trials;

    @BeforeAll
    void start(@TempDir Path folder) {
        trials = new ModelTrials(folder);
    }

    @AfterAll
    void end() {
        trials.close();
    }

    @Test
    void aModelSaysWhatItIs() {
        var header =
                trials.header(
                        text(
                                OnnxFile.highestOfThree(),
                                "{\"title\": {\"en\": \"Highest\", \"zh\": \"最高\"}, \"tests\": [{\"name\": \"t\", \"values\": [1, 2, 3], \"atLeast\": 3}]}"));

        assertThat(header.path("algorithm").asText()).isEqualTo("anomaly");
        assertThat(header.path("title").path("zh").asText()).isEqualTo("最高");
        assertThat(header.path("tests").path(0).asText()).isEqualTo("t");
        assertThat(header.path("model").path("window").asInt()).isEqualTo(3);
        assertThat(header.path("model").path("input").asText()).isEqualTo("values");
        assertThat(header.path("model").path("runtime").asText()).startsWith("onnxruntime 1.");
    }

    @Test
    void aWindowScoresItsLastPoint() {
        var answers = trials.answers(text(OnnxFile.highestOfThree(), ""), 2, 9, 1, 5, 2, 0, 3);

        assertThat(answers.getFirst().sides().get("score")).containsExactly(5, 3);
        assertThat(answers.getFirst().explanation()).isEmpty();
    }

    @Test
    void pointsBeforeTheFirstWindowHaveNoScore() {
        var answers = trials.answers(text(OnnxFile.highestOfThree(), ""), 4, 1, 2, 3, 4);

        assertThat(answers.getFirst().sides().get("score")).containsExactly(0, 0, 3, 4);
        assertThat(answers.getFirst().explanation())
                .isEqualTo("the model gives no score for 2 of 4 points");
    }

    @Test
    void manyWindowsGoThroughInPieces() {
        var values = new double[5_000];
        Arrays.setAll(values, index -> index);

        var answers = trials.answers(text(OnnxFile.highestOfThree(), ""), 4_000, values);

        var scores = answers.getFirst().sides().get("score");
        assertThat(scores).hasSize(4_000);
        assertThat(scores[0]).isEqualTo(1_000);
        assertThat(scores[3_999]).isEqualTo(4_999);
    }

    @Test
    void aWholeSeriesIsScoredAndWhatIsNotFiniteIsMissing() {
        var answers =
                trials.answers(text(OnnxFile.simple("Log"), ""), 9, 1, 0, -1, Double.NaN, Math.E);

        assertThat(answers.getFirst().sides().get("score"))
                .startsWith(0, 0, 0, 0)
                .hasSize(5)
                .satisfies(scores -> assertThat(scores[4]).isBetween(0.999, 1.001));
        assertThat(answers.getFirst().explanation())
                .isEqualTo("the model gives no score for 2 of 5 points");
    }

    @Test
    void anInputOfOneNumberIsAParameter() {
        var model =
                new OnnxFile()
                        .input("values", DOUBLE, 1, -1)
                        .input("border", DOUBLE)
                        .node("Div", List.of("values", "border"), "score")
                        .output("score", DOUBLE, 1, -1);
        var text = text(model, "{\"params\": {\"border\": 4}}");
        var given = JsonNodeFactory.instance.objectNode().put("border", 2);

        assertThat(trials.header(text).path("params").path(0).path("default").asInt()).isEqualTo(4);
        assertThat(trials.answers(text, 2, 4, 8).getFirst().sides().get("score"))
                .containsExactly(1, 2);
        assertThat(trials.run(text, 2, given, 4, 8))
                .isInstanceOfSatisfying(
                        Ending.Ran.class,
                        ran ->
                                assertThat(ran.answers().getFirst().sides().get("score"))
                                        .containsExactly(2, 4));
        assertThat(message(trials.run(text, 2, given.put("bordr", 1), 4, 8)))
                .contains("the model has no field \"bordr\"; known are border");
        assertThat(trials.flaw(text(model, "")))
                .contains("say the default of parameter \"border\"");
    }

    @Test
    void outputsAreReadAsTheirAuthorMeansThem() {
        var forest =
                new OnnxFile()
                        .input("X", FLOAT, -1, 1)
                        .node("Cast", List.of("X"), "label", field(5, cast(INT64)))
                        .node("Identity", List.of("X"), "decision")
                        .node("Identity", List.of("X"), "lower")
                        .output("label", INT64, -1, 1)
                        .output("decision", FLOAT, -1, 1)
                        .output("lower", FLOAT, -1, 1);
        var text =
                text(
                        forest,
                        "{\"kind\": \"anomaly\", \"output\": \"decision\", \"times\": -2, \"plus\": 1}");

        var sides = trials.answers(text, 2, -1, 0).getFirst().sides();

        assertThat(sides.get("score")).containsExactly(3, 1);
        assertThat(sides.get("lower")).containsExactly(-1, 0);
        assertThat(trials.flaw(text(forest, "{}"))).contains("its outputs of numbers are");
        assertThat(trials.flaw(text(forest, "{\"kind\": \"anomaly\", \"output\": \"label\"}")))
                .contains("there is no output \"label\" of numbers");
    }

    @Test
    void operatorsOfTraditionalLearningRun() {
        var model =
                new OnnxFile()
                        .operators("ai.onnx.ml", 3)
                        .input("values", FLOAT, -1, 2)
                        .node(
                                "LinearRegressor",
                                List.of("values"),
                                "score",
                                field(5, OnnxFile.numbers("coefficients", -1, 1)),
                                field(5, OnnxFile.numbers("intercepts", 0.5f)),
                                field(7, "ai.onnx.ml"))
                        .output("score", FLOAT, -1, 1);

        assertThat(trials.answers(text(model, ""), 2, 1, 4, 2).getFirst().sides().get("score"))
                .containsExactly(3.5, -1.5);
    }

    @Test
    void aForecastGoesOnFromWhatItForetold() {
        var text = text(mean(), "{}");

        assertThat(trials.header(text).path("algorithm").asText()).isEqualTo("forecast");
        assertThat(trials.answers(text, 3, 0, 4, 8).getFirst().sides().get("expected"))
                .containsExactly(6, 7, 6.5);
        assertThat(trials.answers(text, 3, 4).getFirst().isSilent()).isTrue();
        assertThat(trials.answers(text, 3, 4, Double.NaN).getFirst().isSilent()).isTrue();
    }

    @Test
    void aModelAsLargeAsMayBeIsLoaded() {
        var weights =
                OnnxFile.join(
                        field(1, 7 << 18),
                        field(2, FLOAT),
                        field(8, "w"),
                        field(9, new byte[7 << 20]));
        var text = text(OnnxFile.simple("Identity").inside(5, weights), "{}");

        for (int round = 0; round < 5; round++) {
            assertThat(trials.answers(text, 1, 5).getFirst().sides().get("score"))
                    .containsExactly(5);
        }
    }

    @Test
    void testsAreRun() {
        var text =
                text(
                        OnnxFile.highestOfThree(),
                        """
                        {"tests": [
                          {"name": "right", "values": [1, 2, 9], "atLeast": 9, "atMost": 9},
                          {"name": "wrong", "values": [1, 2, 9], "atMost": 3},
                          {"name": "short", "values": [1], "atLeast": 0}]}
                        """);

        var tested = trials.tested(text);

        assertThat(tested)
                .extracting(Tested::problem)
                .containsExactly(
                        null,
                        "the highest score is 9.000",
                        "no point has a score: give it as many values as the model looks at");
    }

    @Test
    void whatIsSaidOfAModelIsChecked() {
        var model = OnnxFile.simple("Identity");

        assertThat(trials.flaw(text(model, "{"))).contains("what is said of the model is no JSON");
        assertThat(trials.flaw(text(model, "[]"))).contains("must be a JSON object");
        assertThat(trials.flaw(text(model, "{\"knid\": 1}")))
                .contains("has no field \"knid\"; known are");
        assertThat(trials.flaw(text(model, "{\"kind\": \"guess\"}"))).contains("kind is");
        assertThat(trials.flaw(text(model, "{\"params\": {\"a\": 1}}")))
                .contains("has no input \"a\"");
        assertThat(trials.flaw(text(model, "{\"tests\": [{\"name\": \"a\", \"values\": [1]}]}")))
                .contains("says neither atLeast nor atMost");
        assertThat(trials.flaw(new Text("onnx", "{}", "")))
                .contains("send the bytes of the .onnx file");
    }

    private static OnnxFile mean() {
        return new OnnxFile()
                .input("values", DOUBLE, -1, 2)
                .node("ReduceMean", List.of("values"), "forecast", field(5, wholes("axes", 1)))
                .output("forecast", DOUBLE, -1, 1);
    }

    private static byte[] cast(int type) {
        return OnnxFile.join(field(1, "to"), field(3, type), field(20, 2));
    }
}
