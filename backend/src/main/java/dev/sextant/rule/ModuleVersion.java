// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import java.time.Instant;

/// One saved state of a module; never changed after it was saved.
///
/// @param number counts up from 1 with every save, also over a deletion
public record ModuleVersion(
        ModuleName name, int number, String source, Instant savedAt, String savedBy) {}
