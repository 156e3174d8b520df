// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.ProtocolException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// One task given to one worker, until it is answered or the worker is gone; [Supervision] watches its time.
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private static final Message.Refusal STOPPED =
            new Message.Refusal("the evaluation was stopped");

    /// A call that reads no series counts as a tenth of one that does: a rule looks for the cause of each suspect, and it
    /// has many of them just when it matters.
    private static final int TENTHS = 10;

    private final WorkerProcess worker;
    private final Supervision supervision;
    private final int hostCalls;
    private boolean wasCallStopped;

    /// @param hostCalls that are served at most
    Exchange(WorkerProcess worker, Supervision supervision, int hostCalls) {
        this.worker = worker;
        this.supervision = supervision;
        this.hostCalls = hostCalls;
    }

    /// @param answer serves a host call, on a thread of its own
    Ending run(Message.ToWorker task, Function<Message.HostCall, Message.ToWorker> answer) {
        try (supervision) {
            supervision.start();
            worker.send(task);
            return converse(answer);
        } catch (ProtocolException problem) {
            supervision.kill();
            return new Ending.Rubbish(String.valueOf(problem.getMessage()));
        } catch (IOException problem) {
            // The socket broke: the worker is dying, and its exit code tells why.
            LOG.debugf("a worker's socket broke: %s", problem.getMessage());
            return gone();
        }
    }

    private Ending converse(Function<Message.HostCall, Message.ToWorker> answer)
            throws IOException {
        int tenths = 0;
        while (true) {
            var message = worker.receive();
            if (message == null) {
                return gone();
            }
            if (message instanceof Message.HostCall call) {
                tenths += call.terminal() == Message.Terminal.RECORDS ? 1 : TENTHS;
                serve(call, tenths > TENTHS * hostCalls ? _ -> refusal() : answer);
                continue;
            }
            if (!(message instanceof Message.ToBackend told) || told instanceof Message.Hello) {
                throw new ProtocolException("a worker sent " + message.getClass().getSimpleName());
            }
            return ending(told, Math.ceilDiv(tenths, TENTHS));
        }
    }

    private void serve(Message.HostCall call, Function<Message.HostCall, Message.ToWorker> host)
            throws IOException {
        var serving = new FutureTask<>(() -> host.apply(call));
        Message.ToWorker answer;
        supervision.beginServing(serving);
        try {
            Thread.ofVirtual().name("script-host-call").start(serving);
            answer = awaited(serving);
        } finally {
            supervision.endServing();
        }
        // Not a part of the serving: a worker that does not read its answers is killed when its
        // time is over.
        worker.send(answer);
    }

    /// The answer, or that nobody wants it any more since a limit passed meanwhile. The thread that still reads is not
    /// interrupted: the database beneath may take that for its end.
    private Message.ToWorker awaited(FutureTask<Message.ToWorker> serving) {
        try {
            return serving.get();
        } catch (CancellationException _) {
            wasCallStopped = true;
            return STOPPED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return STOPPED;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("a host call failed", failure.getCause());
        }
    }

    private Ending ending(Message.ToBackend told, int calls) {
        boolean usable = supervision.end();
        var passed = supervision.passed();
        if (passed != null && !usable) {
            return new Ending.Stopped(passed, false, List.of());
        }
        if (told instanceof Message.Cancelled(var log)) {
            return passed == null
                    ? new Ending.Rubbish("a worker cancelled what nobody wanted cancelled")
                    : new Ending.Stopped(passed, true, log);
        }
        // A call that was stopped may reach the script before its own cancellation does: whatever
        // it made of that does not count.
        if (passed != null && wasCallStopped) {
            return new Ending.Stopped(passed, true, Ending.logOf(told));
        }
        return calls > hostCalls
                ? new Ending.TooManyCalls(calls, hostCalls, told)
                : new Ending.Answered(told);
    }

    private Ending gone() {
        int exitCode = worker.awaitEnd();
        var passed = supervision.passed();
        return passed == null
                ? new Ending.Died(exitCode)
                : new Ending.Stopped(passed, false, List.of());
    }

    private Message.ToWorker refusal() {
        return new Message.Refusal(
                "more than %d host calls in one evaluation; each terminal of a frame is one"
                        .formatted(hostCalls));
    }
}
