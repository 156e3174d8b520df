// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import java.time.Duration;
import java.util.Optional;

/// Who waits for the answer of a query.
@FunctionalInterface
public interface Asker {
    /// Whether still; asked now and then while the query runs. An interrupted thread does not wait either.
    boolean isWaiting();

    /// Who it is when it asks again and again as time goes on, so that what was learnt for its last question may be kept for the next.
    default Optional<Standing> standing() {
        return Optional.empty();
    }

    /// @param name one within the tenant
    /// @param patience how long it waits for an answer
    record Standing(String name, Duration patience) {}
}
