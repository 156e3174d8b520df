// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.laboratory.AlgorithmRuns;
import dev.sextant.laboratory.AlgorithmRuns.Batch;
import dev.sextant.laboratory.AlgorithmRuns.Ending;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.laboratory.AlgorithmRuns.Tested;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.laboratory.Answer;
import dev.sextant.laboratory.Model;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.ScriptLimits;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.OnnxFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Models tried on a real worker process, one after the other.
final class ModelTrials implements AutoCloseable {
    private static final TenantId ACME = new TenantId("acme");

    private final WorkerSandbox sandbox;
    private final AlgorithmRuns runs;

    ModelTrials(Path folder) {
        sandbox =
                new WorkerSandbox(
                        new TestConfiguration(TestConfiguration.BUILT, folder.resolve("run"), 1, 0),
                        new ObjectMapper(),
                        new SimpleMeterRegistry());
        runs = new AlgorithmRuns(sandbox, _ -> ScriptLimits.standard());
    }

    @Override
    public void close() {
        sandbox.close();
    }

    List<Tested> tested(Text text) {
        return runs.test(ACME, program(text), Instant.EPOCH);
    }

    List<Answer> answers(Text text, int wanted, double... values) {
        var ending = run(text, wanted, JsonNodeFactory.instance.objectNode(), values);
        if (ending instanceof Ending.Ran(var answers, _)) {
            return answers;
        }
        throw new AssertionError(message(ending));
    }

    Ending run(Text text, int wanted, ObjectNode options, double... values) {
        var times = new long[values.length];
        Arrays.setAll(times, index -> 60_000L * index);
        var series = new Series(new SeriesKey("m", Labels.of("host", "a")), times, values);
        return runs.run(
                ACME,
                program(text),
                new Batch(List.of(series), List.of(wanted), options, Instant.EPOCH));
    }

    Program program(Text text) {
        return new Program("own/x@1", header(text).path("algorithm").asText(), text);
    }

    JsonNode header(Text text) {
        var outcome = sandbox.header(ACME, text.script().orElseThrow());
        if (outcome instanceof HeaderOutcome.Valid(var header, _)) {
            return header;
        }
        throw new AssertionError("the model was refused: " + outcome);
    }

    String flaw(Text text) {
        var outcome = sandbox.header(ACME, text.script().orElseThrow());
        if (outcome instanceof HeaderOutcome.Invalid(var errors)) {
            return errors.getFirst().message();
        }
        throw new AssertionError("the model was not refused: " + outcome);
    }

    static Text text(OnnxFile file, String source) {
        return new Text("onnx", source, "", Model.of(file.base64()));
    }

    static String message(Ending ending) {
        if (ending instanceof Ending.Failed(var message, _, _)) {
            return message;
        }
        throw new AssertionError("it did not fail: " + ending);
    }
}
