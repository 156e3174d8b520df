// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static dev.sextant.script.worker.TestScripts.request;
import static dev.sextant.script.worker.TestScripts.rows;
import static dev.sextant.script.worker.TestScripts.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.script.Language;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A worker on a system that filters no calls, made up here: it is used where confinement is not required, and refused
/// where it is.
@Timeout(60)
class ConfinementRequiredTest {
    private static final String WORKER =
            """
            package dev.sextant.worker;

            import dev.sextant.protocol.*;
            import java.net.UnixDomainSocketAddress;
            import java.nio.channels.SocketChannel;
            import java.util.List;

            public final class Worker {
                public static void main(String[] arguments) throws Exception {
                    var socket = SocketChannel.open(UnixDomainSocketAddress.of(arguments[1]));
                    var channel = new MessageChannel(socket, 1 << 20);
                    var drops = List.of(
                            new Message.Drop("core-dumps", null),
                            new Message.Drop("system-calls", "Function not implemented"));
                    channel.send(new Message.Hello(Message.VERSION, true, "made up", drops));
                    while (channel.receive() != null) {
                        channel.send(new Message.Evaluated(
                                "{\\"verdicts\\":[],\\"judged\\":false,\\"charts\\":[]}", "{}", List.of()));
                    }
                }
            }
            """;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir Path folder;

    @BeforeEach
    void makeAWorkerThatCannotConfineItself() throws IOException {
        var sdk = TestConfiguration.BUILT.resolve("lib/sextant-worker.jar");
        var source = Files.writeString(folder.resolve("Worker.java"), WORKER);
        var classes = folder.resolve("classes").toString();
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-cp",
                                sdk.toString(),
                                "-d",
                                classes,
                                source.toString());
        assertThat(failed).isZero();
        var lib = Files.createDirectories(folder.resolve("home/lib"));
        var entry = "dev/sextant/worker/Worker.class";
        try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve("worker.jar")))) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(Files.readAllBytes(Path.of(classes, entry)));
        }
        // After the made-up one on the class path: only the protocol is taken from it.
        var later = Files.createDirectories(folder.resolve("home/lib-javascript"));
        Files.copy(sdk, later.resolve("sextant-worker.jar"));
    }

    @Test
    void whereItIsRequiredNoScriptRunsAndTheReasonIsTold() {
        var configuration = configuration("required");
        try (var watchdog = new Watchdog();
                var starts =
                        new WorkerStarts(configuration, watchdog, new WorkerMetrics(registry))) {
            var shape =
                    new ConfiguredScriptLimits(configuration, Plans.none())
                            .standardShape(Language.JAVASCRIPT);
            assertThatThrownBy(() -> starts.start(shape))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("system-calls: Function not implemented")
                    .hasMessageContaining("sextant.script.confinement");
        }

        assertThat(evaluated(configuration))
                .isInstanceOfSatisfying(
                        ScriptOutcome.NotRun.class,
                        refused ->
                                assertThat(refused.reason())
                                        .contains("scripts cannot run", "log of the platform")
                                        .doesNotContain("system-calls"));
    }

    @Test
    void elsewhereItIsUsedAndSaidToBeOpen() {
        assertThat(evaluated(configuration("best-effort")))
                .isInstanceOf(ScriptOutcome.Completed.class);
        assertThat(
                        registry.get("sextant.script.confinement")
                                .tag("what", "system-calls")
                                .gauge()
                                .value())
                .isZero();
    }

    private ScriptOutcome evaluated(WorkerConfiguration configuration) {
        try (var sandbox = new WorkerSandbox(configuration, new ObjectMapper(), registry)) {
            return sandbox.run(
                    new TenantId("acme"),
                    request(script("log(1);"), ScriptLimits.standard()),
                    _ -> rows(1));
        }
    }

    private WorkerConfiguration configuration(String confinement) {
        return new SmallRyeConfigBuilder()
                .withMapping(WorkerConfiguration.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("sextant.script.worker-home", folder.resolve("home").toString())
                .withDefaultValue("sextant.script.run-folder", folder.resolve("run").toString())
                .withDefaultValue("sextant.script.spares", "0")
                .withDefaultValue("sextant.script.confinement", confinement)
                .build()
                .getConfigMapping(WorkerConfiguration.class);
    }
}
