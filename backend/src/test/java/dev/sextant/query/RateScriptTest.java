// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares with what Prometheus answered.
class RateScriptTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

    record Case(Map<String, String> words) {
        String word(String name) {
            return String.valueOf(words.get(name));
        }

        @Override
        public String toString() {
            return word("case");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsPrometheus(Case asked) {
        var series = new InMemorySeries();
        series.append(ACME, List.of(series(asked.word("points"))));
        var engine = new QueryEngine(series, QueryLimits.standard());
        long window = Long.parseLong(asked.word("window"));

        for (var function : List.of("rate", "increase", "delta")) {
            var plan =
                    "{\"metric\":\"m\",\"last\":\"%ds\",\"aggregate\":\"%s\"}"
                            .formatted(window, function);
            var result = engine.run(ACME, plan, Instant.ofEpochSecond(window));
            assertThat(result).isInstanceOf(QueryResult.Answer.class);
            var value = ((QueryResult.Answer) result).frame().series().getFirst().values()[0];
            assertThat(value)
                    .as(function)
                    .isCloseTo(Double.parseDouble(asked.word(function)), ROUNDING);
        }
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var line : PlanScript.lines("/query/rates.test")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                if (line.startsWith("case ")) {
                    cases.add(new Case(new HashMap<>()));
                }
                int space = line.indexOf(' ');
                cases.getLast().words().put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return cases;
    }

    private static Series series(String text) {
        var points = text.split(" ");
        var times = new long[points.length];
        var values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            var parts = points[i].split(":");
            times[i] = Long.parseLong(parts[0]) * 1_000;
            values[i] = Double.parseDouble(parts[1]);
        }
        return new Series(new SeriesKey("m", Labels.none()), times, values);
    }
}
