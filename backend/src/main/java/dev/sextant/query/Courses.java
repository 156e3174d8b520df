// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The courses that are kept for the next question of the same asker, within bounds. What was not asked for ten minutes makes room
/// first. Then a tenant that has more than its even share of the memory makes room for those that have less; nobody else does,
/// so that rules which do not all fit don't take turns at learning for ever.
@ApplicationScoped
public class Courses implements TenantHoldings, UsageSource {
    private static final long IDLE = Duration.ofMinutes(10).toNanos();
    private static final long PERCENT = 100;

    private final Map<Name, Kept> courses = new ConcurrentHashMap<>();
    private final long most;
    private final Duration settling;

    @Inject
    Courses(QueryConfig config, MeterRegistry meters) {
        this(
                Runtime.getRuntime().maxMemory() / PERCENT * config.detectorPercent(),
                config.settling());
        meters.gauge("sextant.query.detector.bytes", this, Courses::bytes);
        meters.gauge("sextant.query.detector.series", this, Courses::rows);
    }

    /// @param most bytes that all courses together may keep
    /// @param settling how long a time may still get new points after it was asked about
    public Courses(long most, Duration settling) {
        this.most = most;
        this.settling = settling;
    }

    /// For engines that keep nothing.
    public static Courses none() {
        return new Courses(0, Duration.ZERO);
    }

    /// Whose course it is.
    ///
    /// @param asker its name within the tenant
    /// @param question all that the answer depends on but the time
    record Name(TenantId tenant, String asker, String question) {}

    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private final Course course;
        private volatile long bytes;
        private volatile int rows;
        private volatile long used = System.nanoTime();

        Kept(Course course) {
            this.course = course;
        }

        boolean isIdle(long now) {
            return now - used > IDLE && !lock.isLocked();
        }
    }

    Duration settling() {
        return settling;
    }

    boolean keepsSome() {
        return most > 0;
    }

    long mostBytes() {
        return most;
    }

    /// Works with the course of a question, a new one if none is kept.
    ///
    /// @return empty when another thread is at work with it
    <T> Optional<T> with(Name name, Supplier<Course> begin, Function<Course, T> work) {
        var kept = courses.computeIfAbsent(name, _ -> new Kept(begin.get()));
        if (!kept.lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(kept.course));
        } finally {
            kept.bytes = kept.course.bytes();
            kept.rows = kept.course.rows();
            kept.used = System.nanoTime();
            kept.lock.unlock();
        }
    }

    /// Tells how much a course takes by now, and makes others make room for it.
    ///
    /// @return false when there is none; the course is not kept then
    boolean hasRoom(Name name) {
        var kept = courses.get(name);
        if (kept == null) {
            return true;
        }
        kept.bytes = kept.course.bytes();
        while (bytes() > most) {
            var victim = victim(name.tenant(), kept);
            if (victim.isEmpty()) {
                courses.remove(name, kept);
                return false;
            }
            courses.remove(victim.get());
        }
        return true;
    }

    private Optional<Name> victim(TenantId tenant, Kept forWhom) {
        long now = System.nanoTime();
        var idle = oldest(others(forWhom).filter(other -> other.getValue().isIdle(now)));
        if (idle.isPresent()) {
            return idle;
        }
        long share =
                most / Math.max(1, courses.keySet().stream().map(Name::tenant).distinct().count());
        return bytes(tenant) > share
                ? Optional.empty()
                : oldest(others(forWhom).filter(other -> bytes(other.getKey().tenant()) > share));
    }

    private Stream<Map.Entry<Name, Kept>> others(Kept kept) {
        return courses.entrySet().stream().filter(other -> other.getValue() != kept);
    }

    private static Optional<Name> oldest(Stream<Map.Entry<Name, Kept>> some) {
        return some.min(Comparator.comparingLong(one -> one.getValue().used))
                .map(Map.Entry::getKey);
    }

    private long bytes() {
        return courses.values().stream().mapToLong(kept -> kept.bytes).sum();
    }

    private long rows() {
        return courses.values().stream().mapToLong(kept -> kept.rows).sum();
    }

    private long bytes(TenantId tenant) {
        return of(tenant).mapToLong(kept -> kept.bytes).sum();
    }

    private Stream<Kept> of(TenantId tenant) {
        return courses.entrySet().stream()
                .filter(one -> one.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        return Map.of(
                "detectors",
                Map.of(
                        "series", of(tenant).mapToLong(kept -> kept.rows).sum(),
                        "bytes", bytes(tenant)));
    }

    @Override
    public void erase(TenantId tenant) {
        courses.keySet().removeIf(name -> name.tenant().equals(tenant));
    }
}
