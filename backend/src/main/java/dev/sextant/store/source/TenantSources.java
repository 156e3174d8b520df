// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which source a metric's name means. Asked at every reading, so that the answer of a moment ago is kept; a change on
/// this node counts at once, one on another node within seconds.
@ApplicationScoped
public class TenantSources implements TenantHoldings {
    private static final long FRESH_MILLIS = 5_000;
    private static final char SEPARATOR = '/';

    private final Sources sources;
    private final InstantSource clock;
    private final ConcurrentHashMap<TenantId, Kept> kept = new ConcurrentHashMap<>();

    TenantSources(Sources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    private record Kept(long at, Map<String, Source> byName) {}

    /// A metric of a source.
    ///
    /// @param metric as the source names it
    record Elsewhere(Source source, String metric) {}

    /// Empty for a metric of the own store.
    Optional<Elsewhere> find(TenantId tenant, String metric) {
        int end = metric.indexOf(SEPARATOR);
        if (end <= 0 || end == metric.length() - 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(byName(tenant).get(metric.substring(0, end)))
                .map(source -> new Elsewhere(source, metric.substring(end + 1)));
    }

    /// What people write for a metric of a source.
    static String name(Source source, String metric) {
        return source.name() + SEPARATOR + metric;
    }

    void changed(TenantId tenant) {
        kept.remove(tenant);
    }

    @Override
    public void erase(TenantId tenant) {
        kept.remove(tenant);
    }

    private Map<String, Source> byName(TenantId tenant) {
        var known = kept.get(tenant);
        if (known == null || clock.millis() - known.at() >= FRESH_MILLIS) {
            known = new Kept(clock.millis(), named(sources.list(tenant)));
            kept.put(tenant, known);
        }
        return known.byName();
    }

    private static Map<String, Source> named(List<Source> all) {
        return all.stream().collect(Collectors.toMap(Source::name, Function.identity()));
    }
}
