// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

/// Something on this machine that is measured at every tick of [CollectorClock].
public interface Collector {
    /// The name of the source in metrics, for example {@code host}.
    String source();

    boolean isEnabled();

    /// Measures now and puts the values into the measurements, which know the time.
    void collect(Measurements into);
}
