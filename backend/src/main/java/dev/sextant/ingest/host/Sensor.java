// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;

/// Measures one part of the machine.
interface Sensor {
    /// The part's name in the log.
    String name();

    /// @param host labels that every value of this machine carries
    void read(Labels host, Measurements into);
}
