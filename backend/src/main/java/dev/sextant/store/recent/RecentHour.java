// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.recent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// All points of one hour by the number of their series. Pages, because numbers of series that are no more leave holes.
final class RecentHour {
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int PAGE_BYTES = 16 + PAGE * Integer.BYTES;

    private final long start;
    private @Nullable PackedPoints[][] pages = {};
    private long bytes;

    /// @param start epoch milliseconds
    RecentHour(long start) {
        this.start = start;
    }

    long bytes() {
        return bytes;
    }

    @Nullable PackedPoints find(long id) {
        int page = (int) (id >>> PAGE_BITS);
        return page < pages.length && pages[page].length > 0 ? pages[page][offset(id)] : null;
    }

    void add(long id, long time, double value) {
        var points = find(id);
        if (points == null) {
            points = new PackedPoints(start);
            page(id)[offset(id)] = points;
            bytes += points.capacity() + PackedPoints.OVERHEAD;
        }
        int before = points.capacity();
        points.add(time, value);
        bytes += points.capacity() - before;
    }

    void forget(long id) {
        var points = find(id);
        if (points != null) {
            bytes -= points.capacity() + PackedPoints.OVERHEAD;
            page(id)[offset(id)] = null;
        }
    }

    private @Nullable PackedPoints[] page(long id) {
        int page = (int) (id >>> PAGE_BITS);
        if (page >= pages.length) {
            int known = pages.length;
            pages = Arrays.copyOf(pages, Math.max(page + 1, known + known / 2));
            Arrays.fill(pages, known, pages.length, new PackedPoints[0]);
        }
        if (pages[page].length == 0) {
            pages[page] = new PackedPoints[PAGE];
            bytes += PAGE_BYTES;
        }
        return pages[page];
    }

    private static int offset(long id) {
        return (int) id & (PAGE - 1);
    }
}
