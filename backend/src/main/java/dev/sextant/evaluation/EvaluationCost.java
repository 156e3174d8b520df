// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

/// What an evaluation used.
///
/// @param series series read, those of each host call added up
/// @param points points read, those of each host call added up
public record EvaluationCost(long series, long points, int hostCalls, long durationMillis) {
    public static EvaluationCost none() {
        return new EvaluationCost(0, 0, 0, 0);
    }
}
