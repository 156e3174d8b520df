// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.outbound.SecretUses;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.SourceUnavailableException;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tenant's sources as people keep them.
@ApplicationScoped
public class SourceBook implements SecretUses, UsageSource {
    private static final int SHOWN_METRICS = 100;
    private static final int SHOWN_SERIES = 20;

    private final Sources sources;
    private final TenantSources known;
    private final SourceQuestions questions;
    private final SeriesReader reader;
    private final int maxSources;

    SourceBook(
            Sources sources,
            TenantSources known,
            SourceQuestions questions,
            SeriesReader reader,
            SourceConfig config) {
        this.sources = sources;
        this.known = known;
        this.questions = questions;
        this.reader = reader;
        this.maxSources = config.maxSources();
    }

    /// How saving ended.
    sealed interface Saved {
        record Stored(Source source) implements Saved {}

        /// There is a source of that name.
        record Taken(String name) implements Saved {}

        /// A metric of the own store begins like the source's.
        record Hiding(String metric) implements Saved {}

        record Full(int limit) implements Saved {}

        record Stale() implements Saved {}
    }

    /// What a source answered before it was saved.
    ///
    /// @param problem why it did not; null when it did
    /// @param metrics the first of its metrics, as rules would name them
    /// @param series the first series of the first metric
    public record Trial(
            @Nullable String problem, List<String> metrics, List<String> series, long millis) {}

    Saved add(TenantId tenant, SourceSpec spec) {
        var source = Source.of(1, spec);
        if (sources.list(tenant).size() >= maxSources) {
            return new Saved.Full(maxSources);
        }
        var prefix = TenantSources.name(source, "");
        var hidden = reader.metrics(tenant).tailSet(prefix);
        if (!hidden.isEmpty() && hidden.first().startsWith(prefix)) {
            return new Saved.Hiding(hidden.first());
        }
        if (!sources.add(tenant, source)) {
            return new Saved.Taken(source.name());
        }
        known.changed(tenant);
        return new Saved.Stored(source);
    }

    Saved replace(TenantId tenant, Source before, SourceSpec spec) {
        var source = Source.of(before.version() + 1, spec);
        if (!source.name().equals(before.name())) {
            throw new IllegalArgumentException(
                    "name: a source keeps its name, %s, as rules name it; add another one instead"
                            .formatted(before.name()));
        }
        if (!sources.replace(tenant, source)) {
            return new Saved.Stale();
        }
        known.changed(tenant);
        return new Saved.Stored(source);
    }

    boolean delete(TenantId tenant, String name) {
        boolean isGone = sources.delete(tenant, name);
        known.changed(tenant);
        return isGone;
    }

    /// Asks once and keeps nothing.
    Trial tryOut(TenantId tenant, SourceSpec spec) {
        var source = Source.of(0, spec);
        long started = System.nanoTime();
        try {
            var tried = questions.tryOut(tenant, source, SHOWN_SERIES);
            var metrics =
                    tried.metrics().stream()
                            .limit(SHOWN_METRICS)
                            .map(metric -> TenantSources.name(source, metric))
                            .toList();
            var series = tried.series().stream().map(SeriesKey::toString).toList();
            return new Trial(null, metrics, series, millisSince(started));
        } catch (SourceUnavailableException no) {
            return new Trial(no.detail(), List.of(), List.of(), millisSince(started));
        }
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }

    @Override
    public List<String> uses(TenantId tenant, String secret) {
        return sources.list(tenant).stream()
                .filter(source -> secret.equals(source.spec().secret()))
                .map(source -> "source " + source.name())
                .toList();
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        return Map.of("sources", sources.list(tenant).size());
    }
}
