// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.MessageChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real worker process as the build assembles it.
@Timeout(120)
class WorkerTest {
    private static final Message.Bounds BOUNDS = new Message.Bounds(1_000, 10_000, 1_000);

    @TempDir Path folder;
    private Process process;
    private MessageChannel channel;

    @BeforeEach
    void start() throws IOException {
        var socket = folder.resolve("w.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var home = Path.of(System.getProperty("sextant.script.worker-home"));
            var builder =
                    new ProcessBuilder(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx192m",
                                    "-XX:+UseSerialGC",
                                    "-XX:+ExitOnOutOfMemoryError",
                                    "-XX:+UnlockExperimentalVMOptions",
                                    "-XX:+EnableJVMCI",
                                    "--upgrade-module-path",
                                    home.resolve("modules").toString(),
                                    "--enable-native-access=ALL-UNNAMED",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-cp",
                                    home.resolve("lib")
                                            + "/*:"
                                            + home.resolve("lib-javascript")
                                            + "/*",
                                    "dev.sextant.worker.Worker",
                                    "javascript",
                                    socket.toString()));
            builder.environment().clear();
            process = builder.redirectErrorStream(true).inheritIO().start();
            channel = new MessageChannel(server.accept(), 1 << 20);
        }
    }

    @AfterEach
    void stop() throws IOException {
        channel.close();
        process.destroyForcibly();
    }

    @Test
    void itRunsCompiledStopsALoopGoesOnAndEndsWithItsBackend() throws Exception {
        assertThat(channel.receive())
                .isInstanceOfSatisfying(
                        Message.Hello.class, hello -> assertThat(hello.compiled()).isTrue());

        // Often, since a cancellation that comes at the wrong moment once ended the worker.
        for (var round = 0; round < 30; round++) {
            channel.send(task("for (;;) {}"));
            awaitRunning();
            channel.send(new Message.Cancel());
            assertThat(channel.receive()).isInstanceOf(Message.Cancelled.class);

            channel.send(task("log(\"on\");"));
            assertThat(channel.receive()).isInstanceOf(Message.Evaluated.class);
        }

        channel.close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /// A host call proves that the guest runs.
    private void awaitRunning() throws IOException {
        assertThat(channel.receive()).isInstanceOf(Message.HostCall.class);
        channel.send(new Message.Count(0));
    }

    private static Message.Evaluate task(String body) {
        var asking = body.startsWith("for") ? "data.metric(\"m\").last(\"5m\").count(); " : "";
        var program =
                new Message.Program(
                        "rule.js", Guests.file(Guests.HEADER, asking + body), List.of());
        return new Message.Evaluate(program, 0, "{}", "{}", BOUNDS);
    }
}
