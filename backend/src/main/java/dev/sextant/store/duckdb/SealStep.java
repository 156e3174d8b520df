// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

/// How far the sealing of an hour, and after it the summing up of its day, has come. A process may be killed after any of them.
enum SealStep {
    /// The hour's tables grow no more.
    ROLLED,
    /// A file is written under a temporary name, perhaps in memory only.
    COPIED,
    /// The file is on disk.
    SYNCED,
    /// The file has its name, but does not count yet.
    NAMED,
    /// All files are written down in a transaction that is not committed.
    STAGED,
    /// The files count and the tables do not any more, on disk; readers still see it as before.
    COMMITTED,
    /// Readers see the files.
    SHOWN,
    /// The tables and the files that were replaced are gone.
    CLEARED,
    /// A file of a day's rows is written under a temporary name.
    SUMS_COPIED,
    /// It has its name, but does not count yet.
    SUMS_NAMED,
    /// All are written down in a transaction that is not committed.
    SUMS_STAGED,
    /// They count, on disk; readers do not know it yet.
    SUMS_COMMITTED;

    /// Told of every step as it is reached; tests kill the process there.
    @FunctionalInterface
    interface Observer {
        Observer NONE = _ -> {};

        void reached(SealStep step);
    }
}
