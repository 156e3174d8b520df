// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sextant.query.operator.Aggregation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The plans that the reference shows are plans, and it names every aggregation.
class QueryPlansPageTest {
    private static final Path PAGE = Path.of("../docs/reference/query-plans.md");
    private static final Pattern PLAN = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanOnThePageIsUnderstood(String plan) {
        assertThatCode(() -> new PlanParser().parse(plan)).doesNotThrowAnyException();
    }

    @Test
    void everyAggregationIsOnThePage() throws IOException {
        var words =
                Arrays.stream(Aggregation.values())
                        .map(one -> one.name().toLowerCase(java.util.Locale.ROOT))
                        .toList();
        assertThat(Files.readString(PAGE)).contains(String.join(" ", words));
    }

    static List<String> plans() throws IOException {
        return PLAN.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
