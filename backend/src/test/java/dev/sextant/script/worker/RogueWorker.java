// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.LogLine;
import dev.sextant.protocol.Message.Problem;
import dev.sextant.protocol.MessageChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A worker that somebody has taken over: it greets, takes its task, and then does whatever its seed says. A process
/// that sleeps stands for it, so that it can be killed.
final class RogueWorker implements AutoCloseable {
    private static final List<String> PLANS =
            List.of(
                    "",
                    "nonsense",
                    "[]",
                    "{\"op\":\"select\",\"metric\":\"victim.secret\",\"last\":\"1h\"}",
                    "{\"op\":\"select\",\"metric\":\"m\",\"last\":\"" + "1s".repeat(9_000) + "\"}",
                    "{\"op\":\"top\",\"count\":1,\"input\":".repeat(900) + "{}" + "}".repeat(900),
                    "[".repeat(60_000),
                    "x".repeat(200_000));

    private final Process process;
    private final SocketChannel socket;
    private final Random random;
    private final WorkerProcess worker;

    RogueWorker(Path folder, long seed) throws IOException {
        this.random = new Random(seed);
        this.process = new ProcessBuilder("sleep", "60").start();
        var address = UnixDomainSocketAddress.of(folder.resolve("rogue-" + seed));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            this.socket = SocketChannel.open(address);
            new MessageChannel(socket, 1 << 20)
                    .send(new Message.Hello(Message.VERSION, true, "x", List.of()));
            this.worker = WorkerProcess.greet(process, server, folder.resolve("none"));
        }
        // As the end of a process ends its sockets.
        var _ = process.onExit().thenRun(this::hangUp);
    }

    WorkerProcess worker() {
        return worker;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Misbehaves until the socket ends, or until it falls silent.
    void misbehave() {
        var channel = new MessageChannel(socket, 1 << 20);
        try {
            if (random.nextInt(4) > 0) {
                channel.receive();
            }
            int steps = random.nextInt(8);
            for (int step = 0; step < steps; step++) {
                step(channel);
            }
        } catch (IOException _) {
            // The backend has had enough of it.
            hangUp();
        }
    }

    private void step(MessageChannel channel) throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> noise();
            case 1 -> write(ByteBuffer.allocate(4).putInt(0, random.nextInt()));
            case 2 -> write(ByteBuffer.allocate(9).putInt(0, 500));
            case 3 -> hangUp();
            case 4 -> process.destroyForcibly();
            case 5 -> flood(channel);
            default -> channel.send(message());
        }
    }

    private Message message() {
        var log = List.of(new LogLine("\u0000", "\u001b[2J"));
        return switch (random.nextInt(12)) {
            case 0 ->
                    new Message.Evaluated(
                            "{\"verdicts\":[],\"judged\":false,\"charts\":[]}", "{}", log);
            case 1 -> new Message.Evaluated("[".repeat(50_000), "7", log);
            case 2 -> new Message.Evaluated("{\"x\":[" + "{},".repeat(300_000) + "0]}", "{}", log);
            case 3 -> new Message.Hello(Message.VERSION, true, "again", List.of());
            case 4 -> new Message.HeaderRead("{\"id\":7}");
            case 5 -> new Message.HeaderRejected(List.of());
            case 6 -> new Message.Failed(new Problem("\u0000".repeat(9_000), 7, -7), log);
            case 7 -> new Message.LimitPassed("\u0000made up", Long.MIN_VALUE, Long.MAX_VALUE, log);
            case 8 -> new Message.Cancelled(log);
            case 9 -> new Message.Cancel();
            case 10 -> new Message.Rows("{}", new double[] {1});
            default -> call();
        };
    }

    private Message call() {
        return new Message.HostCall(
                Message.Terminal.values()[random.nextInt(Message.Terminal.values().length)],
                PLANS.get(random.nextInt(PLANS.size())));
    }

    /// Host calls without waiting for an answer.
    private void flood(MessageChannel channel) throws IOException {
        for (int index = 0; index < 200; index++) {
            channel.send(call());
        }
    }

    private void noise() throws IOException {
        var bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        write(ByteBuffer.wrap(bytes));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private void hangUp() {
        try {
            socket.close();
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        hangUp();
    }
}
