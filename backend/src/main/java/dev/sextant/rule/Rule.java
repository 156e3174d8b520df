// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A rule in its newest version: a script, the values of its parameters, and whether it runs.
///
/// @param version counts up from 1 with every save; the optimistic lock of the REST interface
/// @param language as in REST: "javascript" or "python"
/// @param tests its test file; null when it has none
/// @param parameters values from the form, for parameters that differ from their defaults
/// @param activeSince the time from which every slot must stand in the ledger: when the rule was last switched on or
///     its interval changed
/// @param updatedBy account that saved this version
public record Rule(
        RuleId id,
        int version,
        String language,
        String source,
        @Nullable String tests,
        ObjectNode parameters,
        RuleHeader header,
        boolean enabled,
        Instant activeSince,
        Instant updatedAt,
        String updatedBy) {}
