// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.catalog.MetricDescriptions.Description;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The metrics of one tenant in memory.
final class TenantMetrics {
    /// A sender may describe metrics that have no series; more than this are not remembered.
    private static final int MAX_METRICS = 100_000;

    private static final List<String> PARTS = List.of("_total", "_bucket", "_sum", "_count");

    private final ConcurrentHashMap<String, KnownMetric> metrics = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, MetricNote> notes = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private boolean isLoaded;

    MetricNote note(String metric) {
        return notes.getOrDefault(metric, MetricNote.NOTHING);
    }

    void note(String metric, MetricNote note) {
        notes.put(metric, note);
        changes.incrementAndGet();
    }

    void seen(String metric, long epochMillis) {
        var known = know(metric);
        if (known != null) {
            known.seen(epochMillis);
        }
    }

    /// Grows whenever a metric is new or is described anew.
    long changes() {
        return changes.get();
    }

    void describe(MetricMetadata metadata) {
        var known = know(metadata.metric());
        if (known != null && known.describe(metadata)) {
            changes.incrementAndGet();
        }
    }

    /// Takes over what was stored, once; a failure to read it is repeated at the next call.
    synchronized void load(
            Supplier<List<Description>> stored, Supplier<Map<String, MetricNote>> noted) {
        if (!isLoaded) {
            notes.putAll(noted.get());
            for (var description : stored.get()) {
                var known = know(description.metadata().metric());
                if (known != null) {
                    known.remember(description);
                }
            }
            isLoaded = true;
        }
    }

    List<Description> toStore() {
        var changed = new ArrayList<Description>();
        for (var metric : metrics.values()) {
            var description = metric.toStore();
            if (description != null) {
                changed.add(description);
            }
        }
        return changed;
    }

    void markStored(Description description) {
        var known = metrics.get(description.metadata().metric());
        if (known != null) {
            known.markStored(description);
        }
    }

    @Nullable KnownMetric find(String metric) {
        return metrics.get(metric);
    }

    /// What a metric means. The parts of a histogram or summary are described under their family's name, and so are
    /// counters by senders that leave out their suffix.
    MetricMetadata describe(String metric) {
        var own = metrics.get(metric);
        if (own != null
                && (own.metadata().type() != Type.UNKNOWN
                        || !own.metadata().description().isEmpty())) {
            return own.metadata();
        }
        for (var part : PARTS) {
            if (metric.endsWith(part)) {
                return describePart(metric, part);
            }
        }
        return own == null ? new MetricMetadata(metric, Type.UNKNOWN, "", "") : own.metadata();
    }

    private MetricMetadata describePart(String metric, String part) {
        var family = metrics.get(metric.substring(0, metric.length() - part.length()));
        if (family == null) {
            return new MetricMetadata(metric, Type.UNKNOWN, "", "");
        }
        var about = family.metadata();
        var unit = part.equals("_bucket") || part.equals("_count") ? "" : about.unit();
        return new MetricMetadata(metric, Type.COUNTER, unit, about.description());
    }

    private @Nullable KnownMetric know(String metric) {
        var known = metrics.get(metric);
        if (known == null && metrics.size() < MAX_METRICS) {
            known = metrics.computeIfAbsent(metric, KnownMetric::new);
            changes.incrementAndGet();
        }
        return known;
    }
}
