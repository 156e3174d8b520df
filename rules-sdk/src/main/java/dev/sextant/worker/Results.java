// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// What the preludes' entrances return, held against the bounds of the task; the same for every language.
final class Results {
    private static final int HEADER_BYTES = 256 * 1024;
    private static final int PROBLEMS_TOLD = 20;

    private Results() {}

    /// @param result with the members `json` and `state`, both texts
    static Message.ToBackend evaluated(Message.Bounds bounds, Value result, GuestLog log) {
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

    /// @param read with the members `problems`, a list of objects with `message` and `near`, and `json`
    static Message.ToBackend header(Value read, Message.Program program) {
        var told = read.getMember("problems");
        var problems = new ArrayList<Problem>();
        for (int index = 0; index < Math.min(told.getArraySize(), PROBLEMS_TOLD); index++) {
            problems.add(problem(told.getArrayElement(index), program));
        }
        if (!problems.isEmpty()) {
            return new Message.HeaderRejected(problems);
        }
        var json = read.getMember("json").asString();
        int bytes = bytesOf(json);
        return bytes > HEADER_BYTES
                ? rejected("the header has %d bytes; %d are allowed".formatted(bytes, HEADER_BYTES))
                : new Message.HeaderRead(json);
    }

    /// @param read with the member `problems`
    static @Nullable Problem firstProblem(Value read, Message.Program program) {
        var told = read.getMember("problems");
        return told.getArraySize() == 0 ? null : problem(told.getArrayElement(0), program);
    }

    /// A problem with its own place, or with a word of the program that gives it one.
    private static Problem problem(Value told, Message.Program program) {
        var message = told.getMember("message").asString();
        var line = number(told.getMember("line"));
        if (line != null) {
            return new Problem(message, line, number(told.getMember("column")));
        }
        var near = told.getMember("near");
        var word = near != null && near.isString() ? near.asString() : null;
        return Problems.nearWord(message, word, program);
    }

    private static @Nullable Integer number(@Nullable Value value) {
        return value != null && value.fitsInInt() ? value.asInt() : null;
    }

    private static Message.ToBackend rejected(String message) {
        return new Message.HeaderRejected(List.of(new Problem(message, null, null)));
    }

    private static int bytesOf(String text) {
        return text.getBytes(UTF_8).length;
    }
}
