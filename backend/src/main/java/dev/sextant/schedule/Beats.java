// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import java.util.Set;

/// What ticks. A beat's tick calls [RuleClock#tick].
public interface Beats {
    /// From now on exactly these beats tick.
    void keep(Set<Beat> beats);
}
