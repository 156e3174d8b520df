// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/// One run of one JavaScript rule, in a context of its own.
final class JavaScriptRun implements GuestRun {
    /// A header is read without data, parameters or a slot.
    private static final Settings NO_SETTINGS = new Settings(0, "{}", "{}");

    private static final int HEADER_LOG_BYTES = 4_096;

    private final JavaScriptLanguage language;
    private final ModuleFiles files;
    private final Context context;

    /// The prelude, waiting for what the evaluation is a function of. Half of what a small rule costs has been done when
    /// a run was opened, which a worker does before it has its next task.
    private final Value prelude;

    private volatile boolean cancelled;

    JavaScriptRun(JavaScriptLanguage language) {
        this.language = language;
        this.files = language.files();
        this.context = language.context(files);
        this.prelude = context.eval(language.prelude());
    }

    @Override
    public void cancel() {
        cancelled = true;
        context.close(true);
    }

    @Override
    public Message.ToBackend evaluate(Message.Evaluate task, GuestHost.HostLink link) {
        var log = new GuestLog(task.bounds().logBytes());
        var settings = new Settings(task.now(), task.parametersJson(), task.stateJson());
        try {
            var entrances = enter(new GuestHost(link, log), settings);
            var result =
                    entrances.invokeMember(
                            "run", module(task.program(), language.parsed(task.program())));
            return Results.evaluated(task.bounds(), result, log);
        } catch (PolyglotException problem) {
            if (isBeyondStatements(problem)) {
                return language.statements().passed(log);
            }
            // Looking at what was thrown may run the guest's accessors, and be cancelled in them.
            var told = told(problem, task.program());
            return cancelled || problem.isCancelled()
                    ? new Message.Cancelled(log.lines())
                    : new Message.Failed(told, log.lines());
        } catch (IllegalStateException problem) {
            return whenClosed(problem, log);
        } finally {
            context.close(true);
        }
    }

    @Override
    public Message.ToBackend readHeader(Message.ReadHeader task) {
        return read(
                task.program(),
                entrances -> entrances.invokeMember("header", looked(task.program())));
    }

    @Override
    public Message.ToBackend readTests(Message.ReadTests task) {
        return read(
                task.program(),
                entrances -> {
                    var testing = context.eval(language.testing());
                    var tests = testing.execute(entrances.invokeMember("kit"));
                    files.add("sextant/testing", language.testingModule());
                    var _ = looked(task.program());
                    return tests.execute();
                });
    }

    /// Runs a file for what it says of itself, with no capability.
    private Message.ToBackend read(Message.Program program, UnaryOperator<Value> entrance) {
        var log = new GuestLog(HEADER_LOG_BYTES);
        GuestHost.HostLink nobody = _ -> new Message.Refusal("a header cannot read data");
        try {
            var entrances = enter(new GuestHost(nobody, log), NO_SETTINGS);
            return Results.header(entrance.apply(entrances), program);
        } catch (PolyglotException problem) {
            if (isBeyondStatements(problem)) {
                return new Message.HeaderRejected(List.of(language.statements().problem()));
            }
            var told = told(problem, program);
            return cancelled || problem.isCancelled()
                    ? new Message.Cancelled(log.lines())
                    : new Message.HeaderRejected(List.of(told));
        } catch (IllegalStateException problem) {
            return whenClosed(problem, log);
        } finally {
            context.close(true);
        }
    }

    /// What the prelude really offers, as JSON; for the test that compares it with the definition.
    String surface() {
        try {
            var log = new GuestLog(0);
            var host = new GuestHost(_ -> new Message.Refusal("no data"), log);
            return enter(host, NO_SETTINGS).invokeMember("surface").asString();
        } finally {
            context.close(true);
        }
    }

    private Value enter(GuestHost host, Settings settings) {
        return prelude.execute(host, settings);
    }

    /// A file that is looked at once.
    private Value looked(Message.Program program) {
        return module(program, language.source(program));
    }

    private Value module(Message.Program program, Source source) {
        program.modules().forEach(module -> files.add(module.name(), module.text()));
        return context.eval(source);
    }

    private boolean isBeyondStatements(PolyglotException problem) {
        return !cancelled && language.statements().arePassed(problem);
    }

    private Problem told(PolyglotException problem, Message.Program program) {
        return new Problems(program, files).of(problem);
    }

    /// A context that was cancelled between two steps throws [IllegalStateException] at the next one.
    private Message.ToBackend whenClosed(IllegalStateException problem, GuestLog log) {
        if (cancelled) {
            return new Message.Cancelled(log.lines());
        }
        throw problem;
    }
}
