// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// Where the level went at a change.
public enum Direction {
    UP,
    DOWN,
    /// The level is the same within its error: slope or spread changed.
    SAME
}
