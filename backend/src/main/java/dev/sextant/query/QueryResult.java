// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Frame;
import org.jspecify.annotations.Nullable;

/// How a query ended. That the store cannot be read is not an ending but a [dev.sextant.store.StoreUnavailableException].
public sealed interface QueryResult {
    /// @param cost what it took
    record Answer(Frame frame, Cost cost) implements QueryResult {}

    /// @param message for people: names the thing and the next step
    /// @param use of the limit that was passed, when it was one
    /// @param cost what it took until then
    record Refused(Code code, String message, @Nullable Use use, Cost cost) implements QueryResult {
        Refused(Code code, String message) {
            this(code, message, null);
        }

        Refused(Code code, String message, @Nullable Use use) {
            this(code, message, use, Cost.NONE);
        }

        Refused after(Cost taken) {
            return new Refused(code, message, use, taken);
        }
    }

    /// A limit, as it stood when the query was stopped.
    ///
    /// @param limit "points", "series", "bytes", "steps" or "time"
    /// @param used the query may have wanted more
    /// @param unit "ms", "bytes" or empty for counts
    record Use(String limit, long used, long allowed, String unit) {}

    /// Why a query is not answered.
    enum Code {
        UNKNOWN_METRIC("unknown-metric"),
        INVALID_PLAN("invalid-plan"),
        TOO_MANY_SERIES("too-many-series"),
        TOO_MANY_POINTS("too-many-points"),
        TOO_MUCH_MEMORY("too-much-memory"),
        TOO_SLOW("too-slow"),
        LEARNING("learning"),
        SOURCE_UNAVAILABLE("source-unavailable"),
        CANCELLED("cancelled");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        /// The code for programs, as in problem JSON.
        public String text() {
            return text;
        }
    }

    /// What a query took.
    ///
    /// @param series series that were looked at
    /// @param points points that were read
    /// @param bytes memory that was kept while reading and grouping
    record Cost(long series, long points, long bytes, long millis) {
        static final Cost NONE = new Cost(0, 0, 0, 0);
    }
}
