// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

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
            var problem = told.getArrayElement(index);
            var near = problem.getMember("near");
            var word = near != null && near.isString() ? near.asString() : null;
            problems.add(Problems.nearWord(problem.getMember("message").asString(), word, program));
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

    private static Message.ToBackend rejected(String message) {
        return new Message.HeaderRejected(List.of(new Problem(message, null, null)));
    }

    private static int bytesOf(String text) {
        return text.getBytes(UTF_8).length;
    }
}
