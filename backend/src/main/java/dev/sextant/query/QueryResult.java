// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Frame;

/// How a query ended. That the store cannot be read is not an ending but a [dev.sextant.store.StoreUnavailableException].
public sealed interface QueryResult {
    /// @param cost what it took
    record Answer(Frame frame, Cost cost) implements QueryResult {}

    /// @param message for people: names the thing and the next step
    record Refused(Code code, String message) implements QueryResult {}

    /// Why a query is not answered.
    enum Code {
        UNKNOWN_METRIC("unknown-metric"),
        INVALID_PLAN("invalid-plan"),
        TOO_MANY_SERIES("too-many-series"),
        TOO_MANY_POINTS("too-many-points");

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
    record Cost(long series, long points, long millis) {}
}
