// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import java.time.Instant;

/// That a version came to a stage, when, and by whom.
public record StageChange(int number, Stage stage, Instant at, String by) {}
