// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.store.SourceUnavailableException;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The lines to all sources, one each, so that a source that is slow or broken takes nobody's time but its own askers'.
@ApplicationScoped
public class SourceLines {
    private final ConcurrentHashMap<Place, Kept> lines = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int parallel;

    SourceLines(InstantSource clock, SourceConfig config) {
        this.clock = clock;
        this.parallel = config.parallel();
    }

    private record Place(TenantId tenant, String name) {}

    private record Kept(int version, SourceLine line) {}

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
        return ask(line(tenant, source), source, question);
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

    private SourceLine line(TenantId tenant, Source source) {
        var place = new Place(tenant, source.name());
        var known = lines.get(place);
        if (known != null && known.version() == source.version()) {
            return known.line();
        }
        var fresh = new Kept(source.version(), new SourceLine(parallel));
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
