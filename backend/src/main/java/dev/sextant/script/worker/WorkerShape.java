// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.Language;

/// What a worker is from its start on: workers of different shapes cannot stand in for each other.
///
/// @param statements that an evaluation may run; 0 counts none
record WorkerShape(Language language, long heapBytes, long stackBytes, long statements) {}
