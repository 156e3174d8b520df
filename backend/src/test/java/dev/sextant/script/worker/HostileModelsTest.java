// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.testing.OnnxFile.BOOL;
import static dev.sextant.testing.OnnxFile.FLOAT;
import static dev.sextant.testing.OnnxFile.INT64;
import static dev.sextant.testing.OnnxFile.elsewhere;
import static dev.sextant.testing.OnnxFile.field;
import static dev.sextant.testing.OnnxFile.graphOf;
import static dev.sextant.testing.OnnxFile.join;
import static dev.sextant.testing.OnnxFile.tensor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.script.Script.ModuleText;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.OnnxFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Models that mean harm: each is refused or stopped, with words for its author, and the next model runs as before.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class HostileModelsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final long HUGE = 1L << 40;

    private WorkerSandbox sandbox;

    @BeforeAll
    void start(@TempDir Path folder) {
        sandbox =
                new WorkerSandbox(
                        new TestConfiguration(TestConfiguration.BUILT, folder.resolve("run"), 1, 0),
                        new ObjectMapper(),
                        new SimpleMeterRegistry());
    }

    @AfterAll
    void end() {
        sandbox.close();
    }

    @AfterEach
    void theNextModelRunsAsBefore() {
        assertThat(header(OnnxFile.simple("Identity").bytes()))
                .isInstanceOf(HeaderOutcome.Valid.class);
    }

    @Test
    void aFileThatEndsTooSoonIsNoModel() {
        var whole = OnnxFile.highestOfThree().bytes();

        for (int length = 0; length < whole.length; length += 7) {
            assertThat(flaw(Arrays.copyOf(whole, length))).isNotBlank();
        }
        assertThat(flaw(Arrays.copyOf(whole, whole.length - 1))).contains("no ONNX model");
    }

    @Test
    void zerosAndNoiseAreNoModels() {
        var noise = new byte[10_000];
        new Random(7).nextBytes(noise);

        assertThat(flaw(new byte[8 << 20])).contains("no ONNX model");
        assertThat(flaw(noise)).contains("no ONNX model");
        assertThat(flaw(new byte[0])).contains("there is no graph in it");
        assertThat(flaw("    ORTM and so on".getBytes(UTF_8)))
                .contains("in the runtime's own format");
    }

    @Test
    void damageAnywhereIsToldOrHarmless() {
        var whole = OnnxFile.highestOfThree().bytes();
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            if (header(damaged) instanceof HeaderOutcome.Invalid(var errors)) {
                assertThat(errors.getFirst().message()).doesNotContain("sandbox");
            }
        }
    }

    @Test
    void weightsInAnotherFileAreRefusedWhereverTheyAre() {
        var weights = elsewhere("w", "/etc/passwd");
        var within = new OnnxFile().inside(5, weights);
        var inAttribute = join(field(1, "value"), field(5, weights));
        var inSparse = join(field(1, weights));

        for (var model :
                List.of(
                        OnnxFile.simple("Identity").inside(5, weights),
                        OnnxFile.simple("Identity").inside(15, inSparse),
                        OnnxFile.simple("Identity")
                                .node("Constant", List.of(), "c", field(5, inAttribute)),
                        OnnxFile.simple("Identity")
                                .node("If", List.of("x"), "y", field(5, graphOf("b", within))))) {
            assertThat(flaw(model.bytes())).contains("keeps weights in another file");
        }
    }

    @Test
    void whatIsNotOfOnnxItselfIsRefused() {
        var custom = OnnxFile.simple("Identity");
        custom.node("Evil", List.of("values"), "e", field(7, "evil.example"));

        assertThat(flaw(custom.bytes())).contains("\"evil.example\", \"Evil\"");
        assertThat(flaw(OnnxFile.simple("Identity").operators("com.microsoft", 1).bytes()))
                .contains("operators of domain \"com.microsoft\"");
        assertThat(flaw(OnnxFile.simple("Identity").outside(25, field(1, "f")).bytes()))
                .contains("functions of its own");
        assertThat(flaw(OnnxFile.simple("NoSuchThing").bytes()))
                .contains("the model cannot be loaded")
                .doesNotContain("/onnxruntime");
    }

    @Test
    void graphsWithoutEndAreRefused() {
        var inner = new OnnxFile();
        for (int depth = 0; depth < 20; depth++) {
            inner = new OnnxFile().node("If", List.of("x"), "y", field(5, graphOf("b", inner)));
        }

        assertThat(flaw(inner.bytes())).contains("nested more than 8 deep");
    }

    @Test
    void wrongTypesAndShapesAreToldByName() {
        var whole =
                new OnnxFile()
                        .input("values", INT64, 1, -1)
                        .node("Identity", List.of("values"), "score")
                        .output("score", INT64, 1, -1);
        var cube =
                new OnnxFile()
                        .input("values", FLOAT, 1, -1, 3)
                        .node("Identity", List.of("values"), "score")
                        .output("score", FLOAT, 1, -1, 3);
        var fixed =
                new OnnxFile()
                        .input("values", FLOAT, 32, 10)
                        .node("Identity", List.of("values"), "score")
                        .output("score", FLOAT, 32, 10);
        var many =
                new OnnxFile()
                        .input("values", FLOAT, -1, 10)
                        .node("Identity", List.of("values"), "score")
                        .output("score", FLOAT, -1, 10);

        assertThat(flaw(whole.bytes())).contains("input \"values\" takes no float32 or float64");
        assertThat(flaw(cube.bytes())).contains("\"values [1, ?, 3]\"");
        assertThat(flaw(fixed.bytes())).contains("takes batches of just 32");
        assertThat(flaw(many.bytes())).contains("output \"score\" has 20 numbers; 2 are wanted");
    }

    @Test
    void moreMemoryThanThereIsIsNotHad() {
        var promised =
                new OnnxFile()
                        .input("values", FLOAT, 1, -1)
                        .inside(5, join(field(1, HUGE), field(2, FLOAT), field(8, "w")))
                        .node("Add", List.of("values", "w"), "score")
                        .output("score", FLOAT, 1, -1);
        var made =
                new OnnxFile()
                        .input("values", FLOAT, 1, -1)
                        .inside(5, tensor("size", INT64, HUGE, 1))
                        .node("ConstantOfShape", List.of("size"), "zeros")
                        .node("ReduceSum", List.of("zeros"), "sum")
                        .node("Add", List.of("values", "sum"), "score")
                        .output("score", FLOAT, 1, -1);
        var grown =
                new OnnxFile()
                        .input("values", FLOAT, 1, -1)
                        .inside(5, tensor("size", INT64, 3L << 28, 1))
                        .node("ConstantOfShape", List.of("size"), "zeros")
                        .node("ReduceSum", List.of("zeros"), "sum")
                        .node("Add", List.of("values", "sum"), "score")
                        .output("score", FLOAT, 1, -1);

        assertThat(flaw(promised.bytes())).isNotBlank();
        assertThat(flaw(made.bytes())).contains("the model failed");
        assertThat(flaw(grown.bytes())).contains("the model failed");
    }

    @Test
    void whatEndsNeverIsStopped() {
        var body =
                new OnnxFile()
                        .input("i", INT64)
                        .input("go", BOOL)
                        .input("v", FLOAT, 1, -1)
                        .node("Identity", List.of("go"), "goOn")
                        .node("Identity", List.of("v"), "w")
                        .output("goOn", BOOL)
                        .output("w", FLOAT, 1, -1);
        var loop =
                new OnnxFile()
                        .input("values", FLOAT, 1, -1)
                        .inside(5, tensor("most", INT64, Long.MAX_VALUE))
                        .inside(5, tensor("yes", BOOL, 1))
                        .node(
                                "Loop",
                                List.of("most", "yes", "values"),
                                "score",
                                field(5, graphOf("body", body)))
                        .output("score", FLOAT, 1, -1);

        assertThat(flaw(loop.bytes())).isEqualTo("the model did not come to its end within 5s");
    }

    private HeaderOutcome header(byte[] model) {
        var file = new ModuleText("model.onnx", Base64.getEncoder().encodeToString(model));
        return sandbox.header(ACME, new Script(Language.ONNX, "{}", List.of(file)));
    }

    private String flaw(byte[] model) {
        var outcome = header(model);
        if (outcome instanceof HeaderOutcome.Invalid(var errors)) {
            return errors.getFirst().message();
        }
        throw new AssertionError("the model was not refused: " + outcome);
    }
}
