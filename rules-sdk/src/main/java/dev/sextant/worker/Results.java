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
    private static final String ODD_RESULT =
            "the script answered something that is no result; does it change built-in functions?";

    private Results() {}

    /// @param result with the members `json` and `state`, both texts, unless the guest has changed what writes them
    static Message.ToBackend evaluated(Message.Bounds bounds, Value result, GuestLog log) {
        var json = text(result, "json");
        var state = text(result, "state");
        if (json == null || state == null) {
            return new Message.Failed(new Problem(ODD_RESULT, null, null), log.lines());
        }
        int resultBytes = bytesOf(json, bounds.resultBytes());
        int stateBytes = bytesOf(state, bounds.stateBytes());
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
        var problems = problems(read, program);
        if (!problems.isEmpty()) {
            return new Message.HeaderRejected(problems);
        }
        var json = text(read, "json");
        if (json == null) {
            return rejected(ODD_RESULT);
        }
        int bytes = bytesOf(json, HEADER_BYTES);
        return bytes > HEADER_BYTES
                ? rejected("the header has %d bytes; %d are allowed".formatted(bytes, HEADER_BYTES))
                : new Message.HeaderRead(json);
    }

    /// @param read with the member `problems`
    static @Nullable Problem firstProblem(Value read, Message.Program program) {
        var problems = problems(read, program);
        return problems.isEmpty() ? null : problems.getFirst();
    }

    /// @param result with the member `spoiled`; what does not say that it is sound is not
    static boolean isSpoiled(Value result) {
        var spoiled = member(result, "spoiled");
        return spoiled == null || !spoiled.isBoolean() || spoiled.asBoolean();
    }

    private static List<Problem> problems(Value read, Message.Program program) {
        var told = member(read, "problems");
        if (told == null || !told.hasArrayElements()) {
            return List.of(new Problem(ODD_RESULT, null, null));
        }
        var problems = new ArrayList<Problem>();
        for (int index = 0; index < Math.min(told.getArraySize(), PROBLEMS_TOLD); index++) {
            problems.add(problem(told.getArrayElement(index), program));
        }
        return problems;
    }

    /// A problem with its own place, or with a word of the program that gives it one.
    private static Problem problem(Value told, Message.Program program) {
        var text = text(told, "message");
        var message = text == null ? ODD_RESULT : text;
        var line = number(told, "line");
        return line == null
                ? Problems.nearWord(message, text(told, "near"), program)
                : new Problem(Problems.shortened(message), line, number(told, "column"));
    }

    /// The text of a member, or null: what a guest returns can be anything, a proxy too.
    private static @Nullable String text(Value value, String name) {
        var found = member(value, name);
        return found != null && found.isString() ? found.asString() : null;
    }

    private static @Nullable Integer number(Value value, String name) {
        var found = member(value, name);
        return found != null && found.fitsInInt() ? found.asInt() : null;
    }

    private static @Nullable Value member(Value value, String name) {
        return value.hasMembers() ? value.getMember(name) : null;
    }

    private static Message.ToBackend rejected(String message) {
        return new Message.HeaderRejected(List.of(new Problem(message, null, null)));
    }

    /// Bytes in UTF-8; a text that has more characters than it may have bytes is not encoded to be counted.
    private static int bytesOf(String text, int allowed) {
        return text.length() > allowed ? text.length() : text.getBytes(UTF_8).length;
    }
}
