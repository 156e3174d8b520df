// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The embedded store's settings.
@ConfigMapping(prefix = "sextant.store")
public interface StoreConfig {
    /// How long samples are kept; whole hours older than this are dropped once their day is summed up.
    @WithDefault("15d")
    Duration retention();

    /// How long rows that sum up five minutes are kept, for questions about longer ranges by steps that are a multiple of it.
    /// They are made when a day is over, and take about two thirds of the bytes of samples each 15 s. 0s: none.
    @WithDefault("30d")
    Duration retention5m();

    /// The same of rows that sum up an hour. The series of the longest retention are all known in memory. 0s: none.
    @WithDefault("90d")
    Duration retention1h();

    /// How long after its end an hour is sealed: sorted into files, with late samples in their places. Samples that come
    /// later still are merged an hour later.
    @WithDefault("10m")
    Duration sealAfter();

    /// When hours that are over are sealed and old ones dropped, as a Quartz expression; hourly is enough.
    @WithDefault("0 12 * * * ?")
    String upkeep();

    /// Threads that one query may use. More make single big queries faster and every commit dearer (two: twice the
    /// processor time), as DuckDB's idle threads spin for work.
    @WithDefault("1")
    int threads();

    /// Memory that DuckDB may use outside the Java heap, for example "512MB".
    @WithDefault("1GB")
    String memoryLimit();

    /// Size of the write-ahead log at which it is folded into the database file; a bigger log takes longer to reopen.
    @WithDefault("32MB")
    String checkpointThreshold();

    /// Share of the Java heap, in percent, for the samples of the newest hours, which are read from there and not from the
    /// database. Hours that do not fit are read from the database, which is slower. 0: none.
    @WithDefault("25")
    int recentPercent();

    /// Queries that may read at the same time; more wait.
    @WithDefault("4")
    int readers();

    /// Samples that may wait for the writer; senders of more are held back.
    @WithDefault("1000000")
    int queueSamples();

    /// How long a sender is held back, and a query waits for its turn, before they are told to try later.
    @WithDefault("10s")
    Duration patience();
}
