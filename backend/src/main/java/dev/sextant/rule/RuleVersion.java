// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import java.time.Instant;

/// One saved state of a rule's script; never changed after it was saved.
public record RuleVersion(
        int number, String language, String source, Instant savedAt, String savedBy) {}
