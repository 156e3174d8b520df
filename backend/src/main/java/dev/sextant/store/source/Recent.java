// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.tenant.TenantId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers of a moment ago, as one query asks the same several times. Bounded by what they hold; the oldest go first.
final class Recent<T extends Collection<?>> {
    private static final long FRESH_MILLIS = 20_000;
    private static final int MOST_ANSWERS = 500;
    private static final int MOST_ITEMS = 1_000_000;

    private final InstantSource clock;
    private final Map<Asked, Told<T>> told = new LinkedHashMap<>();
    private long items;

    Recent(InstantSource clock) {
        this.clock = clock;
    }

    /// A question to one version of a source.
    record Asked(TenantId tenant, String source, int version, Object question) {}

    private record Told<T>(long at, T answer) {}

    synchronized Optional<T> find(Asked asked) {
        return Optional.ofNullable(told.get(asked))
                .filter(known -> clock.millis() - known.at() < FRESH_MILLIS)
                .map(Told::answer);
    }

    synchronized void remember(Asked asked, T answer) {
        forget(asked);
        told.put(asked, new Told<>(clock.millis(), answer));
        items += answer.size();
        while (told.size() > MOST_ANSWERS || items > MOST_ITEMS) {
            forget(told.keySet().iterator().next());
        }
    }

    private void forget(Asked asked) {
        var before = told.remove(asked);
        items -= before == null ? 0 : before.answer().size();
    }
}
