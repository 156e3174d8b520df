// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The packaged product as a process of its own, on a free port and a data folder of the test. What a user starts, a
/// test can kill.
public final class RunningSextant implements AutoCloseable {
    /// The owner token that the first start makes, as `SEXTANT_BOOTSTRAP_TOKEN`.
    public static final String TOKEN = "acceptance-token-0123456789";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path data;
    private final Path output;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable Process process;
    private Duration startTime = Duration.ZERO;

    private RunningSextant(Path data, Map<String, String> settings) {
        this.data = data;
        this.output = data.resolveSibling(data.getFileName() + ".log");
        this.port = freePort();
        this.settings = Map.copyOf(settings);
    }

    /// Starts on a data folder (made if it is not there) and returns when the product says that it is ready.
    ///
    /// @param settings configuration keys with their values
    public static RunningSextant start(Path data, Map<String, String> settings) {
        var sextant = new RunningSextant(data, settings);
        sextant.start();
        return sextant;
    }

    /// Starts again after [#kill] or [#stop], on the same port and data folder.
    public void start() {
        var begun = System.nanoTime();
        launch();
        Await.until(PATIENCE, "Sextant to be ready; it said:\n" + output(), this::isReadyOrDead);
        if (!isAlive()) {
            throw new AssertionError("Sextant ended instead of starting:\n" + output());
        }
        startTime = Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Starts without waiting for anything, for tests of what a start refuses.
    private void launch() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dsextant.data=" + data);
        command.add("-Dsextant.script.worker-home=" + absolute("../rules-sdk/target/worker"));
        command.add("-Dquarkus.http.port=" + port);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", absolute("target/quarkus-app/quarkus-run.jar").toString()));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("SEXTANT_BOOTSTRAP_TOKEN", TOKEN);
        try {
            Files.createDirectories(data);
            process = builder.start();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot start " + command, problem);
        }
    }

    private boolean isReadyOrDead() {
        if (!isAlive()) {
            return true;
        }
        try {
            return rest().get("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// Ends it as a power cut would, and returns when it is gone.
    public void kill() {
        end(running().destroyForcibly());
    }

    /// Asks it to end, as Ctrl-C does, and returns when it is gone.
    public void stop() {
        var asked = running();
        asked.destroy();
        end(asked);
    }

    public void restart() {
        stop();
        start();
    }

    private static void end(Process ended) {
        try {
            if (!ended.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ended.destroyForcibly();
                throw new AssertionError("Sextant did not end");
            }
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Sextant ended", problem);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /// The processes that it started: the workers of its sandbox.
    public List<ProcessHandle> children() {
        try (Stream<ProcessHandle> descendants = running().descendants()) {
            return descendants.toList();
        }
    }

    private Process running() {
        return Optional.ofNullable(process)
                .orElseThrow(() -> new IllegalStateException("Sextant was never started"));
    }

    /// From starting the process to its being ready.
    public Duration startTime() {
        return startTime;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /// A caller with the bootstrap token: owner of the first tenant and operator of the platform.
    public Rest rest() {
        return rest(Map.of("Authorization", "Bearer " + TOKEN));
    }

    public Rest rest(Map<String, String> headers) {
        return new Rest(address(), headers);
    }

    /// The session cookie of an account.
    ///
    /// @param credentials account and password
    public String signIn(Map<String, String> credentials) {
        var answer = rest(Map.of()).post("/api/v1/session", credentials);
        return answer.cookie()
                .orElseThrow(() -> new AssertionError("no sign-in: " + answer.text()));
    }

    /// Everything it has printed since its first start.
    public String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
