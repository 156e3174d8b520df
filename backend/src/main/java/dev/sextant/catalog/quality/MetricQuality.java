// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import dev.sextant.catalog.Metric;
import dev.sextant.catalog.SampleTimes;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at the last hour of a metric, and at how many series it had a day ago.
@ApplicationScoped
public class MetricQuality {
    private static final Duration LOOKED_AT = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration GROWTH = Duration.ofDays(1);
    private static final int SERIES = 20;

    /// A series that comes less often is silent after three of its intervals.
    private static final int INTERVALS = 3;

    private final SampleTimes times;
    private final SeriesCounts counts;

    MetricQuality(SampleTimes times, SeriesCounts counts) {
        this.times = times;
        this.counts = counts;
    }

    /// How many series there were.
    public record Growth(Instant since, long before, long now) {}

    /// @param series how many series there are
    /// @param silent how many of them have said nothing lately
    /// @param silentAfter how long is lately
    /// @param growth null when nothing was counted yet
    /// @param unitMissing whether nobody says its unit
    /// @param descriptionMissing whether nobody says what it is
    public record Report(
            long series,
            long silent,
            Duration silentAfter,
            Gaps gaps,
            @Nullable Growth growth,
            boolean unitMissing,
            boolean descriptionMissing) {}

    Report look(TenantId tenant, Metric metric, Instant now) {
        var range = new TimeRange(now.minus(LOOKED_AT), now);
        var gaps = Gaps.in(times.some(tenant, metric.name(), range, SERIES));
        var after = silentAfter(gaps.interval());
        long border = now.minus(after).toEpochMilli();
        long speaking =
                Arrays.stream(times.newest(tenant, metric.name(), range))
                        .filter(time -> time >= border)
                        .count();
        var metadata = metric.metadata();
        return new Report(
                metric.series(),
                Math.max(0, metric.series() - speaking),
                after,
                gaps,
                growth(tenant, metric, now).orElse(null),
                metadata.unit().isEmpty(),
                metadata.description().isEmpty());
    }

    private static Duration silentAfter(@Nullable Duration interval) {
        var patient = interval == null ? SILENCE : interval.multipliedBy(INTERVALS);
        return patient.compareTo(SILENCE) > 0 ? patient : SILENCE;
    }

    private Optional<Growth> growth(TenantId tenant, Metric metric, Instant now) {
        return counts.at(tenant, metric.name(), now.minus(GROWTH))
                .map(count -> new Growth(count.at(), count.series(), metric.series()));
    }
}
