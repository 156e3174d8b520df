// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rule.RuleTests.Tested;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule as REST shows it.
///
/// @param every when it has its slots, such as "30s" or "*/10 * * * * (Europe/Berlin)"
/// @param tests the test file; null when the rule has none
/// @param testRun what its tests came to when it was saved, as `POST /rules/test` answers; null when they did not run, and
///     in every answer that is not to a save
/// @param header the whole header as extracted from the script; `imports` are the modules it runs with
public record RuleView(
        String id,
        Map<String, String> title,
        String language,
        boolean enabled,
        String every,
        int version,
        String source,
        @Nullable String tests,
        @Nullable JsonNode testRun,
        ObjectNode parameters,
        JsonNode header,
        Instant updatedAt,
        String updatedBy) {

    static RuleView of(Rule rule, @Nullable Tested tested) {
        return new RuleView(
                rule.id().value(),
                rule.header().title(),
                rule.language(),
                rule.enabled(),
                rule.header().timing().text(),
                rule.version(),
                rule.source(),
                rule.tests(),
                tested == null ? null : tested.results(),
                rule.parameters(),
                rule.header().json(),
                rule.updatedAt(),
                rule.updatedBy());
    }
}
