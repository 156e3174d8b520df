// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

/// A node that the symptom reaches, with what is known of it.
///
/// @param excess departure times volume in the symptom's direction, at least 0; its anomaly where no volumes are known
/// @param weight how surely it departs, alike and in time: 0 to 1
record Suspect(Evidence evidence, double excess, double weight) {
    /// A node of which nothing is known.
    static final Suspect UNKNOWN = new Suspect(new Evidence(0, 0, 0, -1, Integer.MAX_VALUE), 0, 0);
}
