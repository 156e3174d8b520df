// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.store.SourceUnavailableException;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The lines to all sources, one each, so that a source that is slow or broken takes nobody's time but its own askers'; and
/// of those of one tenant no more than some, so that slow sources can't take every thread of the platform.
@ApplicationScoped
public class SourceLines implements TenantHoldings {
    private final ConcurrentHashMap<Place, Kept> lines = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TenantId, Semaphore> tenants = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int parallel;
    private final int perTenant;

    SourceLines(InstantSource clock, SourceConfig config) {
        this.clock = clock;
        this.parallel = config.parallel();
        this.perTenant = config.parallelPerTenant();
    }

    private record Place(TenantId tenant, String name) {}

    private record Kept(SourceSpec spec, SourceLine line) {}

    /// What is asked of a source.
    interface Question<T> {
        T ask() throws SourceFailedException, InterruptedException;
    }

    /// Asks on the calling thread.
    ///
    /// @throws SourceUnavailableException when there is no answer
    <T> T ask(TenantId tenant, Source source, Question<T> question) {
        if (!source.isEnabled()) {
            throw new SourceUnavailableException(
                    "source %s is switched off".formatted(source.name()));
        }
        var places = tenants.computeIfAbsent(tenant, _ -> new Semaphore(perTenant));
        if (!places.tryAcquire()) {
            throw new SourceUnavailableException(
                    "source %s: tenant %s waits for as many answers as it may, %d (sextant.sources.parallel-per-tenant)"
                            .formatted(source.name(), tenant, perTenant));
        }
        try {
            return ask(line(tenant, source), source, question);
        } finally {
            places.release();
        }
    }

    /// The same over a line of one's own.
    <T> T ask(SourceLine line, Source source, Question<T> question) {
        try {
            enter(line, source);
            try {
                return timed(line, question);
            } finally {
                line.places().release();
            }
        } catch (SourceFailedException failed) {
            throw new SourceUnavailableException(
                    "source %s: %s".formatted(source.name(), failed.detail()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new SourceUnavailableException(
                    "source %s: nobody waits for the answer any more".formatted(source.name()));
        }
    }

    SourceHealth health(TenantId tenant, Source source) {
        return line(tenant, source).health(clock.instant());
    }

    void forget(TenantId tenant, String name) {
        lines.remove(new Place(tenant, name));
    }

    @Override
    public void erase(TenantId tenant) {
        lines.keySet().removeIf(place -> place.tenant().equals(tenant));
        tenants.remove(tenant);
    }

    private SourceLine line(TenantId tenant, Source source) {
        var place = new Place(tenant, source.name());
        var known = lines.get(place);
        if (known != null && known.spec().equals(source.spec())) {
            return known.line();
        }
        var fresh = new Kept(source.spec(), new SourceLine(parallel));
        lines.put(place, fresh);
        return fresh.line();
    }

    private void enter(SourceLine line, Source source)
            throws SourceFailedException, InterruptedException {
        if (!line.places().tryAcquire(source.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            throw SourceFailedException.ofQuestion(
                    "it still works on %d earlier requests (sextant.sources.parallel)"
                            .formatted(parallel));
        }
        var now = clock.instant();
        var until = line.closedUntil(now);
        if (until.isPresent()) {
            line.places().release();
            throw SourceFailedException.ofQuestion(
                    "not asked for %d s more, as it failed several times: %s"
                            .formatted(
                                    Duration.between(now, until.get()).toSeconds() + 1,
                                    line.problem()));
        }
    }

    private <T> T timed(SourceLine line, Question<T> question)
            throws SourceFailedException, InterruptedException {
        long started = System.nanoTime();
        boolean isTold = false;
        try {
            var answer = question.ask();
            long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
            line.succeeded(clock.instant(), took);
            isTold = true;
            return answer;
        } catch (SourceFailedException failed) {
            if (!failed.isTheQuestion()) {
                line.failed(clock.instant(), failed.detail());
                isTold = true;
            }
            throw failed;
        } finally {
            if (!isTold) {
                line.ended();
            }
        }
    }
}
