// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

/// What speaks for a node as the cause.
///
/// @param anomaly how far it departed in the symptom's direction, in standard deviations of its quiet time; may be negative
/// @param similarity how alike its departure and the symptom's run, 0 to 1
/// @param share its excess (departure times volume) over the symptom's; without volumes, its anomaly over the symptom's
/// @param onset points from the beginning of the incident to its own departure, -1 where it has none
/// @param distance calls from the symptom to it
public record Evidence(double anomaly, double similarity, double share, int onset, int distance) {

    Evidence withShare(double other) {
        return new Evidence(anomaly, similarity, other, onset, distance);
    }
}
