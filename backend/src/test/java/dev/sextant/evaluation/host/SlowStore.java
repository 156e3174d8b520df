// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import dev.sextant.store.PointSink;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.Tier;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The store, which takes as long as a test wants to read the metric [#METRIC].
@Decorator
@Priority(1)
abstract class SlowStore implements SeriesReader {
    static final String METRIC = "slow.metric";

    private final SeriesReader store;
    private final Gate gate;

    @Inject
    SlowStore(@Delegate SeriesReader store, Gate gate) {
        this.store = store;
        this.gate = gate;
    }

    @Override
    public List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        gate.pass(selection);
        return store.read(tenant, selection, maxPoints);
    }

    @Override
    public void scan(TenantId tenant, Selection selection, long maxPoints, PointSink sink) {
        gate.pass(selection);
        store.scan(tenant, selection, maxPoints, sink);
    }

    @Override
    public void latest(TenantId tenant, Selection selection, PointSink sink) {
        gate.pass(selection);
        store.latest(tenant, selection, sink);
    }

    // Of what it does not say itself, the interface's own answer would take the place of the
    // store's.
    @Override
    public void scanSummed(
            TenantId tenant, Selection selection, Tier tier, long maxPoints, TierSink sink) {
        gate.pass(selection);
        store.scanSummed(tenant, selection, tier, maxPoints, sink);
    }

    @Override
    public boolean knows(TenantId tenant, String metric) {
        return store.knows(tenant, metric);
    }

    @Override
    public long seriesVersion(TenantId tenant, String metric) {
        return store.seriesVersion(tenant, metric);
    }

    @Override
    public long seriesGone(TenantId tenant) {
        return store.seriesGone(tenant);
    }

    /// Open, unless a test shuts it.
    @ApplicationScoped
    static class Gate {
        private static final Duration LONGEST = Duration.ofSeconds(60);

        private volatile CountDownLatch shut = new CountDownLatch(0);
        private volatile CountDownLatch held = new CountDownLatch(0);

        void shut() {
            held = new CountDownLatch(1);
            shut = new CountDownLatch(1);
        }

        void open() {
            shut.countDown();
        }

        /// Whether somebody waited at it.
        boolean held() {
            return held.getCount() == 0;
        }

        void pass(Selection selection) {
            if (!selection.metric().equals(METRIC) || shut.getCount() == 0) {
                return;
            }
            held.countDown();
            try {
                var _ = shut.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
