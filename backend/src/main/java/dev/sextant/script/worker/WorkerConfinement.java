// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

/// What becomes of a worker that is not confined.
public enum WorkerConfinement {
    /// It is not used.
    REQUIRED,
    /// It is used, and the log warns.
    BEST_EFFORT
}
