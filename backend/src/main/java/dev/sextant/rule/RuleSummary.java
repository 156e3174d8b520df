// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.rule.RuleStandings.LastEvaluation;
import dev.sextant.rule.RuleStandings.Pause;
import dev.sextant.rule.RuleStandings.Standing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule as one line of the list that REST answers with.
///
/// @param pause null unless it failed so often that it is left alone for a while
public record RuleSummary(
        String id,
        Map<String, String> title,
        String language,
        boolean enabled,
        String every,
        int version,
        int firing,
        int pending,
        @Nullable LastEvaluation lastEvaluation,
        @Nullable Pause pause,
        Instant updatedAt,
        String updatedBy) {

    static RuleSummary of(Rule rule, Standing standing) {
        return new RuleSummary(
                rule.id().value(),
                rule.header().title(),
                rule.language(),
                rule.enabled(),
                rule.header().timing().text(),
                rule.version(),
                standing.firing(),
                standing.pending(),
                standing.lastEvaluation(),
                standing.pause(),
                rule.updatedAt(),
                rule.updatedBy());
    }
}
