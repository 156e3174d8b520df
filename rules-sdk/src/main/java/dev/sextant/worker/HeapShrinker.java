// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

/// Gives back the heap that the guests' compiler needed. Its garbage lives long enough to fill the old generation, which
/// then stays as large as it may be: the collector makes it smaller in a full collection only, and none is due. So one is
/// asked for between two tasks, after so many of them that its tenth of a second does not count. Used by one thread.
final class HeapShrinker {
    private static final long LARGE = 112L * 1024 * 1024;
    private static final int SHORTEST_WAIT = 2_000;
    private static final int LONGEST_WAIT = 64_000;

    private int tasks;
    private int wait = SHORTEST_WAIT;

    /// A task came to its end and the next one has not begun.
    void afterTask() {
        if (++tasks < wait || Runtime.getRuntime().totalMemory() < LARGE) {
            return;
        }
        tasks = 0;
        System.gc();
        // What is still large is in use: it is looked at less often.
        wait =
                Runtime.getRuntime().totalMemory() < LARGE
                        ? SHORTEST_WAIT
                        : Math.min(2 * wait, LONGEST_WAIT);
    }
}
