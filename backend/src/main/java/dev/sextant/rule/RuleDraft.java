// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// What somebody wants a rule to be; null means "as it was", or the default for a new rule.
public record RuleDraft(
        @Nullable String source,
        @Nullable String language,
        @Nullable ObjectNode parameters,
        @Nullable Boolean enabled) {}
