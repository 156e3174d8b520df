// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.tenant.TenantId;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Scrapes one target on its beat, on a virtual thread of its own, so that a slow one delays nobody else. Where in the
/// interval the beat falls is a hash of the target, so that all of them do not come at once.
final class ScrapeLoop {
    private static final Logger LOG = Logger.getLogger(ScrapeLoop.class);

    private final TenantId tenant;
    private final Target target;
    private final Scraper scraper;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable TargetState state;
    private volatile boolean isGone;
    private @Nullable Thread thread;

    ScrapeLoop(TenantId tenant, Target target, Scraper scraper, InstantSource clock) {
        this.tenant = tenant;
        this.target = target;
        this.scraper = scraper;
        this.clock = clock;
    }

    /// @param before the loop whose place this one takes: it writes its ends first, since an end that came after the new
    /// loop's samples would end those
    void start(@Nullable ScrapeLoop before) {
        var name = "scrape-" + tenant + "-" + target.id();
        thread = Thread.ofVirtual().name(name).start(() -> run(before));
    }

    /// Stops because the process stops: the series go on after the next start.
    void pause() {
        stopped.countDown();
    }

    /// Stops because the target is gone: its series end.
    void end() {
        isGone = true;
        stopped.countDown();
    }

    @Nullable TargetState state() {
        return state;
    }

    private void run(@Nullable ScrapeLoop before) {
        var labels = new SeriesLabels(target);
        var last = new LastSeries();
        try {
            if (before != null && before.thread != null) {
                before.thread.join();
            }
            while (!stopped.await(untilNext(), TimeUnit.MILLISECONDS)) {
                guarded(() -> state = scraper.scrape(tenant, target, labels, last));
            }
            if (isGone) {
                guarded(() -> scraper.end(tenant, labels, last));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private long untilNext() {
        long interval = target.interval().toMillis();
        long offset = Math.floorMod((tenant + "/" + target.id()).hashCode() * 31L, interval);
        long now = clock.millis();
        return (Math.floorDiv(now - offset, interval) + 1) * interval + offset - now;
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    // A boundary: whatever breaks in one scrape, the store that is away included, must not stop the
    // next one.
    private void guarded(Work work) throws InterruptedException {
        try {
            work.run();
        } catch (RuntimeException broken) {
            var why = "the samples could not be stored: " + broken.getMessage();
            var before = state;
            if (before == null || !why.equals(before.problem())) {
                LOG.warnf(
                        broken, "samples of target %s of tenant %s are lost", target.id(), tenant);
            }
            state = new TargetState(clock.instant(), false, 0, 0, 0, why);
        }
    }
}
