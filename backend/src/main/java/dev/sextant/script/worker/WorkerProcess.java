// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.MessageChannel;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One living worker and the socket to it. Used by one thread at a time, except for [#send] and [#kill].
final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkerProcess.class);

    /// A worker's messages are small: verdicts, charts and logs.
    private static final int LONGEST_FRAME = 16 * 1024 * 1024;

    private static final int LOG_TAIL = 2_000;
    private static final Duration PATIENCE_WITH_DEATH = Duration.ofSeconds(1);

    private final Process process;
    private final MessageChannel channel;
    private final Path log;
    private final WorkerCondition.Greeting greeting;
    private final ProcessorTime processorTime;

    private WorkerProcess(
            Process process, MessageChannel channel, Path log, WorkerCondition.Greeting greeting) {
        this.process = process;
        this.channel = channel;
        this.log = log;
        this.greeting = greeting;
        this.processorTime = new ProcessorTime(process.toHandle());
    }

    /// What to start, and how long it may take until it is warm.
    record Launch(WorkerCommand command, WorkerShape shape, Duration limit) {}

    /// Starts a worker and waits until it is warm.
    ///
    /// @throws IOException when it does not come up; says why, as far as its log tells
    static WorkerProcess start(Launch launch, WorkerFiles files, Watchdog watchdog)
            throws IOException {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(files.socket()));
            var process = launch.command().start(launch.shape(), files);
            try (var _ = watchdog.after(launch.limit(), process::destroyForcibly)) {
                return greet(process, server, files.log());
            }
        } finally {
            Files.deleteIfExists(files.socket());
        }
    }

    /// Waits for the first word of a process that was told of the socket; kills it when that is no greeting.
    static WorkerProcess greet(Process process, ServerSocketChannel server, Path log)
            throws IOException {
        // A worker that dies before it connects would leave accept waiting for ever.
        var _ = process.onExit().thenRun(() -> closeQuietly(server));
        try {
            var channel = new MessageChannel(server.accept(), LONGEST_FRAME);
            if (channel.receive() instanceof Message.Hello hello
                    && hello.version() == Message.VERSION) {
                LOG.debugf("worker %d is warm on %s", process.pid(), hello.runtime());
                var greeting = new WorkerCondition.Greeting(hello.compiled(), hello.drops());
                return new WorkerProcess(process, channel, log, greeting);
            }
            channel.close();
            throw new IOException("its first word was no greeting");
        } catch (IOException problem) {
            process.destroyForcibly();
            throw new IOException(
                    "the worker did not start (%s): %s".formatted(problem.getMessage(), tail(log)),
                    problem);
        }
    }

    /// What it said of itself when it was warm.
    WorkerCondition.Greeting greeting() {
        return greeting;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void send(Message.ToWorker message) throws IOException {
        channel.send(message);
    }

    /// The next message, or null when the worker is gone.
    @Nullable Message receive() throws IOException {
        return channel.receive();
    }

    /// What the process has used so far; nothing where the system does not tell.
    Duration cpuTime() {
        return processorTime.used();
    }

    void kill() {
        process.destroyForcibly();
    }

    /// The exit code of a worker that is ending by itself; kills it when it takes too long to do so.
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_WITH_DEATH.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    /// The end of what the worker wrote to its console: for operators only, it names classes and paths.
    String tail() {
        return tail(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        closeQuietly(channel);
        closeQuietly(processorTime);
        try {
            Files.deleteIfExists(log);
        } catch (IOException problem) {
            LOG.debugf("cannot delete %s: %s", log, problem.getMessage());
        }
    }

    private static String tail(Path log) {
        try {
            // It may be as long as the worker liked.
            try (var file = Files.newByteChannel(log)) {
                file.position(Math.max(0, file.size() - LOG_TAIL));
                var end = ByteBuffer.allocate(LOG_TAIL);
                while (end.hasRemaining() && file.read(end) >= 0) {}
                return UTF_8.decode(end.flip()).toString().strip();
            }
        } catch (IOException problem) {
            return "its log cannot be read: " + problem.getMessage();
        }
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException problem) {
            LOG.debugf("a worker's file did not close: %s", problem.getMessage());
        }
    }
}
