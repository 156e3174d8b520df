// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

/// Whose turn a task waits for. An evaluation that has a worker may wait for an algorithm, and an algorithm waits for nobody:
/// since each lane has workers of its own, the first can never wait for itself.
enum Lane {
    EVALUATIONS,
    ALGORITHMS
}
