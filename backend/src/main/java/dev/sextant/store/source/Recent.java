// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.tenant.TenantId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers of a moment ago, as one query asks the same several times. Bounded by what they hold; the oldest go first.
final class Recent<T extends Collection<?>> {
    private static final long FRESH_MILLIS = 20_000;
    private static final int MOST_ANSWERS = 500;
    private static final int MOST_ITEMS = 200_000;

    private final InstantSource clock;
    private final Map<Asked, Told<T>> told = new LinkedHashMap<>();
    private long items;

    Recent(InstantSource clock) {
        this.clock = clock;
    }

    /// A question to a source as it stands: one that is changed, or deleted and made anew, is another.
    record Asked(TenantId tenant, SourceSpec source, Object question) {}

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

    synchronized void erase(TenantId tenant) {
        for (var asked : List.copyOf(told.keySet())) {
            if (asked.tenant().equals(tenant)) {
                forget(asked);
            }
        }
    }

    private void forget(Asked asked) {
        var before = told.remove(asked);
        items -= before == null ? 0 : before.answer().size();
    }
}
