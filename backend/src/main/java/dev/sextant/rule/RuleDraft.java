// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What somebody wants a rule to be; null means "as it was", or the default for a new rule.
///
/// @param tests the test file; an empty text removes it
/// @param newestModules whether to take on the newest modules though the source stays as it is
public record RuleDraft(
        @Nullable String source,
        @Nullable String language,
        @Nullable String tests,
        @Nullable ObjectNode parameters,
        @Nullable Boolean enabled,
        @Nullable Boolean newestModules) {

    /// What is to be tried, not saved.
    public static RuleDraft toTry(
            @Nullable String source, @Nullable String language, @Nullable ObjectNode parameters) {
        return new RuleDraft(source, language, null, parameters, null, null);
    }
}
