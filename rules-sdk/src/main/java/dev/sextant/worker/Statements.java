// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;

/// How many statements one evaluation may run, where the platform wants that counted: a measure that does not depend on
/// what else the machine does. Counting makes loops half as fast again, so it is off unless it is asked for.
final class Statements {
    /// The backend sets it; 0 and nothing count nothing.
    private static final String SETTING = "sextant.statements";

    /// Making a context runs the prelude and, in Python, a part of its library.
    private static final long FEWEST = 1_000_000;

    private final long most;

    Statements() {
        long wanted = Long.getLong(SETTING, 0);
        this.most = wanted <= 0 ? 0 : Math.max(wanted, FEWEST);
    }

    Context.Builder bound(Context.Builder context) {
        return most == 0
                ? context
                : context.resourceLimits(
                        ResourceLimits.newBuilder().statementLimit(most, null).build());
    }

    /// Whether the runtime ended a context because of this, as it ends none otherwise by itself.
    boolean arePassed(PolyglotException problem) {
        return most > 0 && problem.isCancelled() && problem.isResourceExhausted();
    }

    Message.ToBackend passed(GuestLog log) {
        return new Message.LimitPassed("statements", most + 1, most, log.lines());
    }

    /// As a header is told of it.
    Message.Problem problem() {
        return new Message.Problem(
                "the file runs more than %,d statements".formatted(most), null, null);
    }
}
