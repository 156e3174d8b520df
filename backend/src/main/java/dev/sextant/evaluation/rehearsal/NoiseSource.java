// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

/// Random numbers without a state: each is a function of a seed and a place, so that a series looks the same wherever its
/// drawing begins. SplitMix64 (Steele, Lea, Flood 2014) mixes the bits; Box and Muller make them normal.
final class NoiseSource {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private NoiseSource() {}

    /// A number with mean 0 and spread 1.
    static double normal(long seed, long place) {
        long first = mixed(seed * STEP + place);
        double radius = Math.sqrt(-2 * Math.log(share(first)));
        return radius * Math.cos(2 * Math.PI * share(mixed(first + STEP)));
    }

    /// Above 0, at most 1.
    private static double share(long bits) {
        return ((bits >>> 11) + 1) * UNIT;
    }

    private static long mixed(long value) {
        long bits = value + STEP;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
