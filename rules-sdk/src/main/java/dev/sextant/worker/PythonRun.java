// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.List;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/// One run of one Python rule, in the context that is kept for its version. The context is given up after whatever went
/// wrong, and when the rule changed what its next evaluation would meet.
final class PythonRun implements GuestRun {
    private static final int HEADER_LOG_BYTES = 4_096;
    private static final Problem BROKEN =
            new Problem("the script made its language runtime fail", null, null);
    private static final Problem EXHAUSTED =
            new Problem("the rule used up its stack or memory", null, null);

    private final PythonContexts contexts;
    private final Statements statements;
    private final Source testing;
    private @Nullable PythonContext running;
    private volatile boolean cancelled;

    PythonRun(PythonContexts contexts, Statements statements, Source testing) {
        this.contexts = contexts;
        this.statements = statements;
        this.testing = testing;
    }

    @Override
    public void cancel() {
        var context = markCancelled();
        if (context != null) {
            context.close();
        }
    }

    @Override
    public Message.ToBackend evaluate(Message.Evaluate task, GuestHost.HostLink link) {
        var log = new GuestLog(task.bounds().logBytes());
        var host = new PythonHost(link, log);
        Work work =
                context -> {
                    var result = context.run(task, host);
                    var problem = Results.firstProblem(result, task.program());
                    if (problem != null) {
                        return new Done(new Message.Failed(problem, log.lines()), false);
                    }
                    var outcome = Results.evaluated(task.bounds(), result, log);
                    return new Done(outcome, !Results.isSpoiled(result));
                };
        return within(
                task.program(), work, problem -> new Message.Failed(problem, log.lines()), log);
    }

    @Override
    public Message.ToBackend readHeader(Message.ReadHeader task) {
        var log = new GuestLog(HEADER_LOG_BYTES);
        var host = new PythonHost(_ -> new Message.Refusal("a header cannot read data"), log);
        Work work =
                context -> {
                    var header = Results.header(context.header(host), task.program());
                    return new Done(header, header instanceof Message.HeaderRead);
                };
        return within(
                task.program(), work, problem -> new Message.HeaderRejected(List.of(problem)), log);
    }

    @Override
    public Message.ToBackend readTests(Message.ReadTests task) {
        var log = new GuestLog(HEADER_LOG_BYTES);
        var host = new PythonHost(_ -> new Message.Refusal("a test file cannot read data"), log);
        Work work =
                context ->
                        new Done(
                                Results.header(context.tests(testing, host), task.program()),
                                false);
        return within(
                task.program(), work, problem -> new Message.HeaderRejected(List.of(problem)), log);
    }

    private Message.ToBackend within(
            Message.Program program,
            Work work,
            Function<Problem, Message.ToBackend> failure,
            GuestLog log) {
        var context = contexts.take(program);
        boolean isSound = false;
        try {
            if (!isMarkedRunning(context)) {
                return new Message.Cancelled(log.lines());
            }
            context.countAnew();
            var problem = loaded(context, program);
            if (problem != null) {
                return failure.apply(problem);
            }
            var done = work.in(context);
            isSound = done.isSound();
            return done.outcome();
        } catch (PolyglotException problem) {
            if (!cancelled && statements.arePassed(problem)) {
                var told = failure.apply(statements.problem());
                return told instanceof Message.Failed ? statements.passed(log) : told;
            }
            return cancelled || problem.isCancelled()
                    ? new Message.Cancelled(log.lines())
                    : failure.apply(problem.isResourceExhausted() ? EXHAUSTED : BROKEN);
        } catch (IllegalStateException problem) {
            // A context that was cancelled between two steps throws this at the next one.
            if (cancelled) {
                return new Message.Cancelled(log.lines());
            }
            throw problem;
        } finally {
            giveBack(program, context, isSound);
        }
    }

    private static @Nullable Problem loaded(PythonContext context, Message.Program program) {
        return context.isLoaded() ? null : Results.firstProblem(context.load(program), program);
    }

    private synchronized @Nullable PythonContext markCancelled() {
        cancelled = true;
        return running;
    }

    private synchronized boolean isMarkedRunning(PythonContext context) {
        running = context;
        return !cancelled;
    }

    /// Under the lock of a cancellation, so that no context is ended that somebody else has got meanwhile.
    private synchronized void giveBack(
            Message.Program program, PythonContext context, boolean isSound) {
        running = null;
        if (isSound && !cancelled) {
            contexts.keep(program, context);
        } else {
            contexts.discard(context);
        }
    }

    private interface Work {
        Done in(PythonContext context);
    }

    /// @param isSound whether the context may serve the next evaluation
    private record Done(Message.ToBackend outcome, boolean isSound) {}
}
