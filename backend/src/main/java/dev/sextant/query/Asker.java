// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Who waits for the answer of a query.
@FunctionalInterface
public interface Asker {
    /// Whether still; asked now and then while the query runs. An interrupted thread does not wait either.
    boolean isWaiting();

    /// Who it is when it asks again and again as time goes on, so that what was learnt for its last question may be kept for the next.
    default Optional<Standing> standing() {
        return Optional.empty();
    }

    /// From when on it takes a row for missing since nothing came of it; empty: it takes every row that there is.
    default Optional<Missing> missing() {
        return Optional.empty();
    }

    /// @param staleAfter a row whose newest point lies further back than this is left out
    /// @param told of the labels of each row that is missing: of those left out, and of those known before that have no point
    ///     in the window at all
    record Missing(Duration staleAfter, Consumer<Labels> told) {}

    /// @param name one within the tenant
    /// @param patience how long it waits for an answer
    record Standing(String name, Duration patience) {}
}
