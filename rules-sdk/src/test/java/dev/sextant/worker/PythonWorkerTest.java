// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.MessageChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real worker process for Python as the build assembles it, started as the backend does.
@Timeout(180)
class PythonWorkerTest {
    private static final Message.Bounds BOUNDS = new Message.Bounds(1_000, 10_000, 1_000);
    private static final long MOST_KIB = 450 * 1024;

    @TempDir Path folder;
    private Process process;
    private MessageChannel channel;

    @BeforeEach
    void start() throws IOException {
        var socket = folder.resolve("w.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            process = command(socket).redirectErrorStream(true).inheritIO().start();
            channel = new MessageChannel(server.accept(), 1 << 20);
        }
    }

    private ProcessBuilder command(Path socket) {
        var home = Path.of(System.getProperty("sextant.script.worker-home"));
        var builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx240m",
                                "-Xms24m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:MaxNewSize=32m",
                                "-XX:TrimNativeHeapInterval=5000",
                                "-XX:ReservedCodeCacheSize=96m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:+UnlockExperimentalVMOptions",
                                "-XX:+EnableJVMCI",
                                "--upgrade-module-path",
                                home.resolve("modules").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dpolyglot.engine.resourcePath=" + home.resolve("resources"),
                                "-Duser.home=" + folder,
                                "-cp",
                                home.resolve("lib") + "/*:" + home.resolve("lib-python") + "/*",
                                "dev.sextant.worker.Worker",
                                "python",
                                socket.toString()));
        builder.environment().clear();
        builder.environment().put("GRAAL_PYTHONHOME", "/");
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return builder;
    }

    @AfterEach
    void stop() throws IOException {
        channel.close();
        process.destroyForcibly();
    }

    @Test
    void itRunsCompiledStopsALoopAndGoesOn() throws Exception {
        assertThat(channel.receive())
                .isInstanceOfSatisfying(
                        Message.Hello.class, hello -> assertThat(hello.compiled()).isTrue());

        for (var round = 0; round < 3; round++) {
            channel.send(task("data.metric(\"m\").last(\"5m\").count()\nwhile True: pass"));
            // A host call proves that the guest runs.
            assertThat(channel.receive()).isInstanceOf(Message.HostCall.class);
            channel.send(new Message.Count(0));
            channel.send(new Message.Cancel());
            assertThat(channel.receive()).isInstanceOf(Message.Cancelled.class);

            channel.send(task("log(\"on\")"));
            assertThat(channel.receive()).isInstanceOf(Message.Evaluated.class);
        }

        assertThat(residentKib()).isLessThan(MOST_KIB);
        assertThat(folder).as("nothing was unpacked").isDirectoryNotContaining("glob:**.cache");
    }

    private long residentKib() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Message.Evaluate task(String body) {
        var source = PythonGuests.file(PythonGuests.HEADER, body);
        var program = new Message.Program("rule.py", source, List.of());
        return new Message.Evaluate(program, 0, "{}", "{}", BOUNDS);
    }
}
