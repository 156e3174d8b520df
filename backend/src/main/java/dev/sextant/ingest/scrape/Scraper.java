// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.ingest.Payload;
import dev.sextant.ingest.SampleIntake;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.outbound.SecretRefusedException;
import dev.sextant.outbound.SecretVault;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Does one scrape: fetch, read, label, store. What was there last time and is not any more ends with a mark.
@ApplicationScoped
public class Scraper {
    private final TargetAddresses addresses;
    private final SecretVault secrets;
    private final PageFetcher fetcher;
    private final SampleIntake intake;
    private final InstantSource clock;

    Scraper(
            TargetAddresses addresses,
            SecretVault secrets,
            PageFetcher fetcher,
            SampleIntake intake,
            InstantSource clock) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.fetcher = fetcher;
        this.intake = intake;
        this.clock = clock;
    }

    /// What a page would be stored as, before the tenant's cleaning.
    record Found(List<Series> series, List<MetricMetadata> metadata, int samples) {}

    /// Fetches and reads a page and stores nothing.
    Found look(TenantId tenant, Target target, SeriesLabels labels, Instant at)
            throws ScrapeFailedException, InterruptedException {
        var address = addresses.resolve(tenant, target.url().getHost());
        var page = fetcher.fetch(tenant, target, address, authorization(tenant, target));
        var read = PageReader.read(page.text(), page.isOpenMetrics(), target.sampleLimit());
        var series = labels.series(read, at.toEpochMilli());
        return new Found(series, target.steps().describe(read.metadata()), read.lines().size());
    }

    private @Nullable String authorization(TenantId tenant, Target target)
            throws ScrapeFailedException {
        try {
            return target.credential()
                    .authorization(
                            (secret, host) -> secrets.reveal(tenant, secret, host),
                            target.url().getHost());
        } catch (SecretRefusedException refused) {
            throw new ScrapeFailedException(refused.detail());
        }
    }

    /// Scrapes and stores, whatever comes of it.
    TargetState scrape(TenantId tenant, Target target, SeriesLabels labels, LastSeries last)
            throws InterruptedException {
        var at = clock.instant();
        var start = System.nanoTime();
        try {
            var found = look(tenant, target, labels, at);
            double seconds = (System.nanoTime() - start) / 1e9;
            var series = new ArrayList<>(found.series());
            int added = last.advance(found.series(), at.toEpochMilli(), series);
            var about =
                    List.of(
                            1.0,
                            seconds,
                            (double) found.samples(),
                            (double) found.series().size(),
                            (double) added);
            series.addAll(labels.report(about, at.toEpochMilli()));
            var refusals = store(tenant, series, found.metadata(), at);
            return new TargetState(
                    at,
                    true,
                    found.samples(),
                    found.series().size() - refusals.samples(),
                    seconds,
                    refusals.isEmpty() ? null : refusals.summary());
        } catch (ScrapeFailedException failed) {
            double seconds = (System.nanoTime() - start) / 1e9;
            var series = new ArrayList<Series>();
            last.advance(List.of(), at.toEpochMilli(), series);
            series.addAll(labels.report(List.of(0.0, seconds, 0.0, 0.0, 0.0), at.toEpochMilli()));
            store(tenant, series, List.of(), at);
            return new TargetState(at, false, 0, 0, seconds, failed.detail());
        }
    }

    /// Ends every series of a target that is scraped no more.
    void end(TenantId tenant, SeriesLabels labels, LastSeries last) {
        var at = clock.instant();
        var series = new ArrayList<Series>();
        last.advance(List.of(), at.toEpochMilli(), series);
        labels.report(List.of(0.0, 0.0, 0.0, 0.0, 0.0), at.toEpochMilli())
                .forEach(one -> series.add(LastSeries.ended(one.key(), at.toEpochMilli())));
        store(tenant, series, List.of(), at);
    }

    private Refusals store(
            TenantId tenant, List<Series> series, List<MetricMetadata> metadata, Instant at) {
        return intake.accept(tenant, "scrape", Payload.of(series, metadata), at).refusals();
    }
}
