// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// One task given to one worker, until it is answered or the worker is gone. A task that passes its time is cancelled;
/// a worker that does not stop within the grace time after that is killed.
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final Message.Refusal STOPPED =
            new Message.Refusal("the evaluation was stopped");

    private final WorkerProcess worker;
    private final Watchdog watchdog;
    private final Duration grace;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.RUNNING);
    private final CountDownLatch cancelTold = new CountDownLatch(1);
    private volatile boolean serving;
    private boolean killed;
    private boolean ended;

    /// A task ends, or is cancelled, whichever comes first: what comes too late must not meet the worker's next task.
    private enum Stage {
        RUNNING,
        CANCELLING,
        ENDED
    }

    Exchange(WorkerProcess worker, Watchdog watchdog, Duration grace) {
        this.worker = worker;
        this.watchdog = watchdog;
        this.grace = grace;
    }

    /// @param answer serves a host call; runs on the calling thread
    Ending run(
            Message.ToWorker task,
            Duration wallTime,
            int hostCalls,
            Function<Message.HostCall, Message.ToWorker> answer) {
        try (var _ = watchdog.after(wallTime, this::cancel);
                var _ = watchdog.after(wallTime.plus(grace), this::killUnlessServing)) {
            worker.send(task);
            return converse(wallTime, hostCalls, answer);
        } catch (ProtocolException problem) {
            kill();
            return new Ending.Rubbish(String.valueOf(problem.getMessage()));
        } catch (IOException problem) {
            // The socket broke: the worker is dying, and its exit code tells why.
            LOG.debugf("a worker's socket broke: %s", problem.getMessage());
            return gone(wallTime);
        }
    }

    private Ending converse(
            Duration wallTime, int hostCalls, Function<Message.HostCall, Message.ToWorker> answer)
            throws IOException {
        int calls = 0;
        while (true) {
            var message = worker.receive();
            if (message == null) {
                return gone(wallTime);
            }
            if (message instanceof Message.HostCall call) {
                calls++;
                serve(call, calls > hostCalls ? _ -> refusal(hostCalls) : answer);
                continue;
            }
            if (!(message instanceof Message.ToBackend told) || told instanceof Message.Hello) {
                throw new ProtocolException("a worker sent " + message.getClass().getSimpleName());
            }
            return ending(told, wallTime, calls, hostCalls);
        }
    }

    private void serve(Message.HostCall call, Function<Message.HostCall, Message.ToWorker> answer)
            throws IOException {
        serving = true;
        var answered = isTimedOut() ? STOPPED : answer.apply(call);
        serving = false;
        if (isTimedOut()) {
            // The time went by in the host call: the worker is innocent and gets its grace time
            // from now on.
            var _ = watchdog.after(grace, this::kill);
        }
        worker.send(answered);
    }

    private Ending ending(Message.ToBackend told, Duration wallTime, int calls, int allowedCalls) {
        if (!end()) {
            return new Ending.TimedOut(wallTime, false, List.of());
        }
        if (told instanceof Message.Cancelled(var log)) {
            return new Ending.TimedOut(wallTime, true, log);
        }
        return calls > allowedCalls
                ? new Ending.TooManyCalls(calls, allowedCalls, told)
                : new Ending.Answered(told);
    }

    /// From now on nobody cancels or kills. False when the worker was killed before.
    private boolean end() {
        if (!stage.compareAndSet(Stage.RUNNING, Stage.ENDED)) {
            awaitCancelTold();
        }
        synchronized (this) {
            ended = true;
            return !killed;
        }
    }

    /// The cancellation must be on the wire before the worker's next task is. Should the worker not read it, it is
    /// killed after the grace time, which ends the wait.
    private void awaitCancelTold() {
        try {
            cancelTold.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private Ending gone(Duration wallTime) {
        int exitCode = worker.awaitEnd();
        return isTimedOut()
                ? new Ending.TimedOut(wallTime, false, List.of())
                : new Ending.Died(exitCode);
    }

    private boolean isTimedOut() {
        return stage.get() == Stage.CANCELLING;
    }

    private void cancel() {
        if (!stage.compareAndSet(Stage.RUNNING, Stage.CANCELLING)) {
            return;
        }
        try {
            worker.send(new Message.Cancel());
        } catch (IOException problem) {
            LOG.debugf("a worker went before its cancellation: %s", problem.getMessage());
        } finally {
            cancelTold.countDown();
        }
    }

    private void killUnlessServing() {
        if (!serving) {
            kill();
        }
    }

    private synchronized void kill() {
        if (!ended) {
            killed = true;
            worker.kill();
        }
    }

    private static Message.ToWorker refusal(int allowed) {
        return new Message.Refusal(
                "more than %d host calls in one evaluation; each terminal of a frame is one"
                        .formatted(allowed));
    }
}
