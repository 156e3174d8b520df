// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// The learnt numbers of a search live between bounds: a free number is bent into them.
final class Bounded {
    private Bounded() {}

    /// Any number to the open range from `low` to `high`; 0 lands in the middle.
    static double between(double low, double high, double free) {
        return low + (high - low) / (1 + Math.exp(-free));
    }

    /// The free number that [#between] sends to `value`.
    static double free(double low, double high, double value) {
        double share = Math.clamp((value - low) / (high - low), 1e-4, 1 - 1e-4);
        return Math.log(share / (1 - share));
    }
}
