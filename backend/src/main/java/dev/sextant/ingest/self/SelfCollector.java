// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.self;

import dev.sextant.ingest.Collector;
import dev.sextant.ingest.HostName;
import dev.sextant.ingest.IngestConfig;
import dev.sextant.ingest.Measurements;
import dev.sextant.ingest.naming.Units;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.CollectorRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.TreeMap;

/// Samples every meter of the platform under the names that {@code /q/metrics} shows, labelled {@code instance}.
@ApplicationScoped
public class SelfCollector implements Collector {
    private final CollectorRegistry registry;
    private final IngestConfig config;
    private final String instance = HostName.find();

    public SelfCollector(PrometheusMeterRegistry meters, IngestConfig config) {
        this.registry = meters.getPrometheusRegistry();
        this.config = config;
    }

    @Override
    public String source() {
        return "self";
    }

    @Override
    public boolean isEnabled() {
        return config.self().enabled();
    }

    @Override
    public void collect(Measurements into) {
        for (var family : Collections.list(registry.metricFamilySamples())) {
            if (!family.samples.isEmpty()) {
                into.describe(metadata(family));
                family.samples.forEach(sample -> add(sample, family.help, into));
            }
        }
    }

    private void add(Sample sample, String help, Measurements into) {
        // When a meter was made is no measurement.
        if (sample.name.endsWith("_created")) {
            return;
        }
        var pairs = new TreeMap<String, String>();
        pairs.put("instance", instance);
        for (int at = 0; at < sample.labelNames.size(); at++) {
            pairs.put(sample.labelNames.get(at), sample.labelValues.get(at));
        }
        into.addPart(sample.name, Labels.of(pairs), sample.value);
        // What is going on right now goes up and down, unlike the other parts of its family.
        if (sample.name.endsWith("_active_count") || sample.name.endsWith("_duration_sum")) {
            into.describe(
                    new MetricMetadata(
                            sample.name,
                            Type.GAUGE,
                            Units.ucum("", sample.name.replace("_duration_sum", "")),
                            help.strip()));
        }
    }

    private static MetricMetadata metadata(MetricFamilySamples family) {
        var type = type(family.type);
        var name =
                type == Type.COUNTER && !family.name.endsWith("_total")
                        ? family.name + "_total"
                        : family.name;
        return new MetricMetadata(name, type, Units.ucum(family.unit, name), family.help.strip());
    }

    private static Type type(io.prometheus.client.Collector.Type type) {
        return switch (type) {
            case COUNTER -> Type.COUNTER;
            case GAUGE, STATE_SET, INFO -> Type.GAUGE;
            case HISTOGRAM, GAUGE_HISTOGRAM -> Type.HISTOGRAM;
            case SUMMARY -> Type.SUMMARY;
            case UNKNOWN -> Type.UNKNOWN;
        };
    }
}
