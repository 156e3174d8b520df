// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.recent;

import dev.sextant.store.recent.PackedPoints.Snapshot;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// The samples of the newest hours, of all series, as they were written. An hour is **covered** when everything that the
/// store has of it is here: when its first sample came through here. Whoever asks for a covered hour needs no disk; all
/// others are read from the store as if this were not there. Hours that are too many, or take too many bytes together, are
/// forgotten as a whole, oldest first, so memory is bounded whatever is sent.
///
/// One thread writes, after its samples are on disk: what is here is a copy, and a process that is killed loses nothing.
/// Readers see all that was written together or nothing of it.
public final class RecentHours {
    private static final int MOST_HOURS = 3;

    private final long hourMillis;
    private final long maxBytes;
    private final NavigableMap<Long, RecentHour> hours = new TreeMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Fresh> pending = new ArrayList<>();

    private record Fresh(long id, Series points) {}

    /// @param maxBytes how much memory to use; 0: none, everything is read from the store
    public RecentHours(long hourMillis, long maxBytes) {
        this.hourMillis = hourMillis;
        this.maxBytes = maxBytes;
    }

    /// Points of the open transaction, which nobody may see before its commit.
    ///
    /// @param id the number of the series, which no other series gets
    public void add(long id, Series points) {
        if (maxBytes > 0) {
            pending.add(new Fresh(id, points));
        }
    }

    public void abandon() {
        pending.clear();
    }

    /// Shows what was added.
    ///
    /// @param isNew whether the store had nothing of an hour before this transaction
    public void committed(LongPredicate isNew) {
        if (pending.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        boolean isWhole = false;
        try {
            var targets = new HashMap<Long, @Nullable RecentHour>();
            for (var fresh : pending) {
                add(fresh, targets, isNew);
            }
            isWhole = true;
        } finally {
            if (!isWhole) {
                hours.clear();
            }
            pending.clear();
            bound();
            lock.writeLock().unlock();
        }
    }

    private void add(Fresh fresh, Map<Long, @Nullable RecentHour> targets, LongPredicate isNew) {
        long[] times = fresh.points().times();
        double[] values = fresh.points().values();
        long hour = Long.MIN_VALUE;
        RecentHour target = null;
        for (int i = 0; i < times.length; i++) {
            if (hourOf(times[i]) != hour) {
                hour = hourOf(times[i]);
                if (!targets.containsKey(hour)) {
                    targets.put(hour, target(hour, isNew));
                }
                target = targets.get(hour);
            }
            if (target != null) {
                target.add(fresh.id(), times[i], values[i]);
            }
        }
    }

    private @Nullable RecentHour target(long hour, LongPredicate isNew) {
        var known = hours.get(hour);
        if (known == null && isNew.test(hour)) {
            known = new RecentHour(hour * hourMillis);
            hours.put(hour, known);
        }
        return known;
    }

    private void bound() {
        while (hours.size() > MOST_HOURS || bytes() > maxBytes) {
            hours.pollFirstEntry();
        }
    }

    private long bytes() {
        return hours.values().stream().mapToLong(RecentHour::bytes).sum();
    }

    /// Forgets all points that series have in the hours before the given one.
    public void forgetBefore(long[] ids, long hour) {
        lock.writeLock().lock();
        try {
            for (var gone : hours.headMap(hour, false).values()) {
                for (long id : ids) {
                    gone.forget(id);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// What there is of some series in `(from, to]`, as of now.
    ///
    /// @param ids of the series; their places are the slots
    public View view(long[] ids, long from, long to) {
        lock.readLock().lock();
        try {
            var asked =
                    hours.subMap(
                            hourOf(from + 1), true, Math.max(hourOf(from + 1), hourOf(to)), true);
            var covered = new ArrayList<Long>(asked.keySet());
            var packed = new ArrayList<@Nullable Snapshot[]>();
            for (var hour : asked.values()) {
                packed.add(snapshots(hour, ids));
            }
            return new View(covered, packed, from, to);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static @Nullable Snapshot[] snapshots(RecentHour hour, long[] ids) {
        var snapshots = new @Nullable Snapshot[ids.length];
        for (int slot = 0; slot < ids.length; slot++) {
            var points = hour.find(ids[slot]);
            snapshots[slot] = points == null ? null : points.snapshot();
        }
        return snapshots;
    }

    private long hourOf(long time) {
        return Math.floorDiv(time - 1, hourMillis);
    }

    /// What one reading sees of the covered hours.
    public static final class View {
        private final List<Long> covered;
        private final List<@Nullable Snapshot[]> packed;
        private final long from;
        private final long to;

        private View(List<Long> covered, List<@Nullable Snapshot[]> packed, long from, long to) {
            this.covered = covered;
            this.packed = packed;
            this.from = from;
            this.to = to;
        }

        /// Whether everything of that hour is in here.
        public boolean covers(long hour) {
            return covered.contains(hour);
        }

        /// How many hours are in here; they are numbered from the oldest.
        public int hours() {
            return covered.size();
        }

        /// Unpacks the points of a series in one of the hours.
        ///
        /// @return whether there are any
        public boolean unpack(int hour, int slot, Unpacked into) {
            var points = packed.get(hour)[slot];
            if (points == null) {
                return false;
            }
            into.unpack(points, from, to);
            return into.length() > 0;
        }
    }
}
