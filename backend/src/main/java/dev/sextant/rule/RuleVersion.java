// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One saved state of a rule's script; never changed after it was saved.
///
/// @param modules what it runs with
public record RuleVersion(
        int number,
        String language,
        String source,
        @Nullable String tests,
        List<ModuleImport> modules,
        Instant savedAt,
        String savedBy) {
    public RuleVersion {
        modules = List.copyOf(modules);
    }

    /// The newest version of a rule.
    public static RuleVersion of(Rule rule) {
        return new RuleVersion(
                rule.version(),
                rule.language(),
                rule.source(),
                rule.tests(),
                rule.header().imports(),
                rule.updatedAt(),
                rule.updatedBy());
    }
}
