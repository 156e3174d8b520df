// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.MessageChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A real worker process as the build assembles it, started as the backend does, and the socket to it. What it says on its
/// console lies in `worker.log` of its folder.
final class TestWorker implements AutoCloseable {
    private static final Message.Bounds BOUNDS = new Message.Bounds(1_000, 10_000, 1_000);

    private final Process process;
    private final MessageChannel channel;

    private TestWorker(Process process, MessageChannel channel) {
        this.process = process;
        this.channel = channel;
    }

    /// @param language as the backend names it
    /// @param folder its own
    static TestWorker start(String language, Path folder) throws IOException {
        var socket = folder.resolve("w.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var builder = new ProcessBuilder(line(language, folder, socket));
            builder.environment().clear();
            builder.environment().put("GRAAL_PYTHONHOME", "/");
            builder.environment().put("MALLOC_ARENA_MAX", "1");
            builder.redirectErrorStream(true).redirectOutput(folder.resolve("worker.log").toFile());
            var process = builder.start();
            // One that dies before it connects would leave accept waiting for ever.
            var _ = process.onExit().thenRun(() -> closeQuietly(server));
            return new TestWorker(process, new MessageChannel(server.accept(), 1 << 20));
        }
    }

    private static List<String> line(String language, Path folder, Path socket) {
        var home = Path.of(System.getProperty("sextant.script.worker-home"));
        return List.of(
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
                home.resolve("lib") + "/*:" + home.resolve("lib-" + language) + "/*",
                "dev.sextant.worker.Worker",
                language,
                socket.toString());
    }

    /// A task of the smallest bounds that rules of tests need.
    void evaluate(String file, String source) throws IOException {
        var program = new Message.Program(file, source, List.of());
        send(new Message.Evaluate(program, 0, "{}", "{}", BOUNDS));
    }

    void send(Message.ToWorker message) throws IOException {
        channel.send(message);
    }

    @Nullable Message receive() throws IOException {
        return channel.receive();
    }

    /// The next message must be a host call, which proves that the guest runs; the answer is a count of 0.
    boolean answersItsHostCall() throws IOException {
        boolean isCall = channel.receive() instanceof Message.HostCall;
        channel.send(new Message.Count(0));
        return isCall;
    }

    Process process() {
        return process;
    }

    /// As the end of the backend looks to the worker.
    void hangUp() throws IOException {
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        process.destroyForcibly();
    }

    private static void closeQuietly(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException problem) {
            throw new IllegalStateException("the socket of a test does not close", problem);
        }
    }
}
