// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/// One run of one source in a context of its own. One thread runs it; [#cancel] may come from any other.
final class Evaluation {
    /// A header is read without data, parameters or a slot.
    private static final Settings NO_SETTINGS = new Settings(0, "{}", "{}");

    private static final int HEADER_LOG_BYTES = 4_096;
    private static final int HEADER_BYTES = 256 * 1024;
    private static final int PROBLEMS_TOLD = 20;

    private final GuestEngine engine;
    private final ModuleFiles files;
    private final Context context;
    private volatile boolean cancelled;

    Evaluation(GuestEngine engine) {
        this.engine = engine;
        this.files = engine.files();
        this.context = engine.open(files);
    }

    /// Ends the guest, as far as the runtime can: some operations of a guest cannot be interrupted.
    void cancel() {
        cancelled = true;
        context.close(true);
    }

    Message.ToBackend evaluate(Message.Evaluate task, GuestHost.HostLink link) {
        var log = new GuestLog(task.bounds().logBytes());
        var settings = new Settings(task.now(), task.parametersJson(), task.stateJson());
        try {
            var entrances = enter(new GuestHost(link, log), settings);
            var result = entrances.invokeMember("run", module(task.source()));
            return finished(task.bounds(), result, log);
        } catch (PolyglotException problem) {
            return cancelled || problem.isCancelled()
                    ? new Message.Cancelled(log.lines())
                    : new Message.Failed(told(problem, task.source()), log.lines());
        } catch (IllegalStateException problem) {
            return whenClosed(problem, log);
        } finally {
            context.close(true);
        }
    }

    Message.ToBackend readHeader(Message.ReadHeader task) {
        var log = new GuestLog(HEADER_LOG_BYTES);
        GuestHost.HostLink nobody = _ -> new Message.Refusal("a header cannot read data");
        try {
            var entrances = enter(new GuestHost(nobody, log), NO_SETTINGS);
            var header = entrances.invokeMember("header", module(task.source()));
            return header(header, task.source());
        } catch (PolyglotException problem) {
            return cancelled || problem.isCancelled()
                    ? new Message.Cancelled(log.lines())
                    : new Message.HeaderRejected(List.of(told(problem, task.source())));
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
        return context.eval(engine.prelude()).execute(host, settings);
    }

    private Value module(Message.Source source) {
        return context.eval(engine.parsed(source));
    }

    private Problem told(PolyglotException problem, Message.Source source) {
        return new Problems(source, files).of(problem);
    }

    private static Message.ToBackend finished(Message.Bounds bounds, Value result, GuestLog log) {
        var json = result.getMember("json").asString();
        var state = result.getMember("state").asString();
        int resultBytes = bytesOf(json);
        int stateBytes = bytesOf(state);
        if (resultBytes > bounds.resultBytes()) {
            return new Message.LimitPassed(
                    "resultBytes", resultBytes, bounds.resultBytes(), log.lines());
        }
        if (stateBytes > bounds.stateBytes()) {
            return new Message.LimitPassed(
                    "stateBytes", stateBytes, bounds.stateBytes(), log.lines());
        }
        return new Message.Evaluated(json, state, log.lines());
    }

    private static Message.ToBackend header(Value read, Message.Source source) {
        var told = read.getMember("problems");
        var problems = new ArrayList<Problem>();
        for (int index = 0; index < Math.min(told.getArraySize(), PROBLEMS_TOLD); index++) {
            var problem = told.getArrayElement(index);
            var near = problem.getMember("near");
            var word = near != null && near.isString() ? near.asString() : null;
            problems.add(Problems.nearWord(problem.getMember("message").asString(), word, source));
        }
        if (!problems.isEmpty()) {
            return new Message.HeaderRejected(problems);
        }
        var json = read.getMember("json").asString();
        return bytesOf(json) > HEADER_BYTES
                ? new Message.HeaderRejected(
                        List.of(
                                new Problem(
                                        "the header has %d bytes; %d are allowed"
                                                .formatted(bytesOf(json), HEADER_BYTES),
                                        null,
                                        null)))
                : new Message.HeaderRead(json);
    }

    /// A context that was cancelled between two steps throws [IllegalStateException] at the next one.
    private Message.ToBackend whenClosed(IllegalStateException problem, GuestLog log) {
        if (cancelled) {
            return new Message.Cancelled(log.lines());
        }
        throw problem;
    }

    private static int bytesOf(String text) {
        return text.getBytes(UTF_8).length;
    }
}
