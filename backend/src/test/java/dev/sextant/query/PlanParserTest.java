// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Grouping;
import dev.sextant.query.operator.Reduction;
import dev.sextant.telemetry.Matcher;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanParserTest {
    private final PlanParser parser = new PlanParser();

    @Test
    void readsASelection() throws InvalidPlanException {
        var plan =
                parser.parse(
                        """
                        {"op": "select", "metric": "cpu", "where": {"host": "a", "zone": {"not": ["x", "y"]}},
                         "by": ["host"], "without": null, "last": "1h30m", "step": "1m", "offset": "1w",
                         "aggregate": "max", "quantile": null}
                        """);

        assertThat(plan)
                .isEqualTo(
                        new QueryPlan.Select(
                                "cpu",
                                List.of(
                                        new Matcher.In("host", Set.of("a")),
                                        new Matcher.NotIn("zone", Set.of("x", "y"))),
                                new Window.Last(Duration.ofMinutes(90), Duration.ofDays(7)),
                                new Reduction(Duration.ofMinutes(1), Aggregation.MAX, Double.NaN),
                                new Grouping.By(Set.of("host"))));
    }

    @Test
    void namesWhatAPlanReads() throws InvalidPlanException {
        var plan =
                parser.parse(
                        """
                        {"op": "top", "count": 3, "input": {"op": "arithmetic", "operator": "over",
                         "left": {"metric": "a", "last": "1m"},
                         "right": {"op": "whereNow", "comparison": ">", "value": 1, "input": {"metric": "b", "last": "1m"}}}}
                        """);

        assertThat(plan.selections())
                .extracting(QueryPlan.Select::metric)
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | the plan is not JSON",
                "[] | a plan must be a JSON object",
                "{} | field metric is missing",
                "{\"metric\": 5} | field metric must be a text, not 5",
                "{\"metric\": \"m\"} | field last is missing; give last, or from and to",
                "{\"metric\": \"m\", \"last\": \"soon\"} | field last must be a duration like",
                "{\"metric\": \"m\", \"last\": \"0s\"} | field last must be a duration like",
                "{\"metric\": \"m\", \"last\": \"99999d\"} | field last must be a duration like",
                "{\"metric\": \"m\", \"last\": \"1m\", \"from\": 1} | field last stands beside from or to",
                "{\"metric\": \"m\", \"from\": 5, \"to\": 5} | field to must be after from",
                "{\"metric\": \"m\", \"from\": \"yesterday\", \"to\": 5} | field from must be a time in epoch milliseconds",
                "{\"metric\": \"m\", \"last\": \"1m\", \"agregate\": \"avg\"} | field agregate is not known here; did you mean aggregate?",
                "{\"metric\": \"m\", \"last\": \"1m\", \"aggregate\": \"median\"} | field aggregate must be one of avg, count",
                "{\"metric\": \"m\", \"last\": \"1m\", \"aggregate\": \"quantile\"} | field quantile is missing",
                "{\"metric\": \"m\", \"last\": \"1m\", \"aggregate\": \"quantile\", \"quantile\": 90} | field quantile must be between 0 and 1",
                "{\"metric\": \"m\", \"last\": \"1m\", \"by\": [1]} | field by must be a text or a list of texts",
                "{\"metric\": \"m\", \"last\": \"1m\", \"by\": [], \"without\": []} | field without stands beside by",
                "{\"metric\": \"m\", \"last\": \"1m\", \"where\": {\"host\": 5}} | field where.host must be a text or a list of texts",
                "{\"metric\": \"m\", \"last\": \"1m\", \"where\": {\"host\": {\"regex\": \"(\"}}} | field where.host.regex is not valid",
                "{\"metric\": \"m\", \"last\": \"1m\", \"where\": {\"host\": {\"like\": \"a\"}}} | field where.host.like is not known here",
                "{\"op\": \"sort\"} | field op must be one of absent, arithmetic, bottom, burnRate, except, given, join, ratio, select, top, versus, whereNow, not \"sort\"",
                "{\"op\": \"top\", \"input\": {\"metric\": \"m\", \"last\": \"1m\"}, \"count\": 0} | field count must be a whole number of at least 1",
                "{\"op\": \"top\", \"count\": 1, \"input\": {\"metric\": \"m\"}} | field input.last is missing",
                "{\"op\": \"whereNow\", \"value\": 1, \"comparison\": \"=\", \"input\": {\"metric\": \"m\", \"last\": \"1m\"}} | field comparison must be one of > >= < <= == !=",
                "{\"op\": \"arithmetic\", \"operator\": \"power\", \"left\": {}, \"right\": 1} | field operator must be one of minus, over, plus, times"
            })
    void namesTheFieldThatIsWrong(String plan, String message) {
        assertThatThrownBy(() -> parser.parse(plan))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesPlansThatAreNestedTooDeeply() {
        var plan = "{\"op\":\"top\",\"count\":1,\"input\":".repeat(50) + "{}" + "}".repeat(50);

        assertThatThrownBy(() -> parser.parse(plan)).hasMessageContaining("nested deeper than 32");
    }
}
