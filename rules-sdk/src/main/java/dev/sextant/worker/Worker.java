// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.confinement.Confinement;
import dev.sextant.protocol.Message;
import dev.sextant.protocol.MessageChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The main class of a worker process: `Worker <language> <path of the backend's Unix domain socket>`.
///
/// The main thread reads the socket all the time, so that it sees a cancellation, and the end of the backend, while a
/// guest runs; the guest has a thread of its own. When the socket ends, or says what the protocol does not allow, the
/// process halts: a worker never outlives its backend.
public final class Worker {
    private static final int LONGEST_FRAME = 64 * 1024 * 1024;

    /// The backend sets it.
    private static final String GUEST_STACK = "sextant.stack";

    private static final long USUAL_GUEST_STACK_BYTES = 4L * 1024 * 1024;
    private static final int EXIT_BACKEND_GONE = 0;
    private static final int EXIT_BROKEN = 70;

    private final MessageChannel channel;
    private final GuestLanguage language;
    private final LinkedBlockingQueue<Message.ToWorker> tasks = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Message.ToWorker> answers = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Message> told = new LinkedBlockingQueue<>();
    private final HeapShrinker heap = new HeapShrinker();
    private final AtomicReference<@Nullable GuestRun> running = new AtomicReference<>();

    private Worker(GuestLanguage language, MessageChannel channel) {
        this.language = language;
        this.channel = channel;
    }

    public static void main(String[] arguments) throws IOException {
        var address = UnixDomainSocketAddress.of(arguments[1]);
        var socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        socket.connect(address);
        var language = GuestLanguage.of(arguments[0]);
        var worker = new Worker(language, new MessageChannel(socket, LONGEST_FRAME));
        Thread.ofPlatform()
                .name("writer")
                .daemon()
                .uncaughtExceptionHandler(Worker::halt)
                .start(worker::write);
        Thread.ofPlatform()
                .name("guest")
                .daemon()
                .stackSize(Long.getLong(GUEST_STACK, USUAL_GUEST_STACK_BYTES))
                .uncaughtExceptionHandler(Worker::halt)
                .start(worker::work);
        worker.listen();
    }

    private void listen() {
        try {
            while (channel.receive() instanceof Message.ToWorker message) {
                accept(message);
            }
            Runtime.getRuntime().halt(EXIT_BACKEND_GONE);
        } catch (IOException problem) {
            halt(Thread.currentThread(), problem);
        }
    }

    private void accept(Message.ToWorker message) {
        switch (message) {
            case Message.Evaluate _, Message.ReadHeader _, Message.ReadTests _ -> {
                // Answers to a cancelled evaluation may come late, but always before the next task.
                answers.clear();
                tasks.add(message);
            }
            case Message.Rows _, Message.Count _, Message.Refusal _ -> answers.add(message);
            case Message.Cancel _ -> {
                var open = running.get();
                if (open != null) {
                    // Ending a guest can take as long as it likes; the socket must be read
                    // meanwhile.
                    Thread.ofPlatform().name("cancel").daemon().start(open::cancel);
                }
            }
        }
    }

    private void work() {
        new WarmUp(language).run();
        boolean compiling = language.isCompiling();
        var runtime = language.runtime();
        // Before the first guest of a tenant, and for good.
        var drops = Confinement.apply();
        tell(new Message.Hello(Message.VERSION, compiling, runtime, drops));
        while (true) {
            // Opened before it is asked for, so that nobody waits for a context.
            var open = language.open();
            tell(run(open, nextTask()));
            heap.afterTask();
        }
    }

    private Message.ToBackend run(GuestRun open, Message.ToWorker task) {
        running.set(open);
        try {
            return switch (task) {
                case Message.Evaluate evaluate -> open.evaluate(evaluate, this::ask);
                case Message.ReadHeader header -> open.readHeader(header);
                case Message.ReadTests tests -> open.readTests(tests);
                case Message.Cancel _, Message.Rows _, Message.Count _, Message.Refusal _ ->
                        throw new IllegalStateException("not a task");
            };
        } finally {
            running.set(null);
        }
    }

    private Message.ToWorker ask(Message.HostCall call) {
        tell(call);
        try {
            return answers.take();
        } catch (InterruptedException _) {
            // So a cancellation wakes the guest's thread; the guest ends at its next step.
            return new Message.Refusal("the evaluation was cancelled");
        }
    }

    private Message.ToWorker nextTask() {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException _) {
                // Left over from the cancellation of the evaluation before: there is nothing to end
                // any more.
                continue;
            }
        }
    }

    private void tell(Message message) {
        told.add(message);
    }

    // A cancellation interrupts the guest's thread, and a socket that an interrupted thread writes
    // to is closed by the JDK.
    // So the guest's thread never writes: this one does, and nobody interrupts it.
    private void write() {
        try {
            while (true) {
                channel.send(told.take());
            }
        } catch (IOException | InterruptedException problem) {
            halt(Thread.currentThread(), problem);
        }
    }

    private static void halt(Thread thread, Throwable problem) {
        System.err.println("worker ends, thread " + thread.getName() + ": " + problem);
        Runtime.getRuntime().halt(EXIT_BROKEN);
    }
}
