// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans as no SDK builds them, from fixed seeds: each is answered or refused, never an exception.
class PlanFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.ofEpochSecond(600);
    private static final List<String> ODD =
            List.of(
                    "null",
                    "-1",
                    "0",
                    "1e999",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "0.5",
                    "9007199254740993",
                    "\"\"",
                    "\"\\u0000\"",
                    "[]",
                    "{}",
                    "true",
                    "\"0s\"",
                    "\"999999999w\"",
                    "\"" + "1s".repeat(20_000) + "\"",
                    "{\"regex\":\"((a{1000}){1000}){1000}\"}",
                    "{\"regex\":\"" + "(".repeat(3_000) + "\"}",
                    "{\"regex\":\"[\"}",
                    "{\"not\":{\"not\":1}}");

    private final InMemorySeries series = new InMemorySeries();

    @BeforeEach
    void fill() {
        series.append(
                ACME,
                IntStream.range(0, 6)
                        .mapToObj(host ->
                                new Series(
                                        new SeriesKey("m", Labels.of("host", "h" + host)),
                                        new long[] {1_000, 300_000, 599_000},
                                        new double[] {host, Double.NaN, -host}))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPlanIsAnsweredOrRefused(long seed) {
        var limits = new QueryLimits(1_000, 100, 100_000, Duration.ofSeconds(10));
        var engine = new QueryEngine(series, limits);
        var plans = new Plans(new Random(seed));
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var plan = plans.plan(0);
            assertThatCode(() -> engine.run(ACME, plan, NOW)).as(plan).doesNotThrowAnyException();
            answered += engine.run(ACME, plan, NOW) instanceof QueryResult.Answer ? 1 : 0;
        }
        assertThat(answered).isBetween(ROUNDS / 20, ROUNDS - 1);
    }

    /// Makes them.
    private record Plans(Random random) {
        String plan(int depth) {
            int kind = depth > 3 ? 0 : random.nextInt(14);
            Supplier<String> input = () -> maybe(() -> plan(depth + 1));
            return switch (kind) {
                case 1 -> operation("top", "count", maybe(() -> "2"), input);
                case 2 -> operation("bottom", "count", maybe(() -> "2"), input);
                case 3 ->
                        "{\"op\":\"whereNow\",\"comparison\":\">\",\"value\":%s,\"input\":%s}"
                                .formatted(maybe(() -> "0"), input.get());
                case 4 ->
                        "{\"op\":\"arithmetic\",\"operator\":%s,\"left\":%s,\"right\":%s}"
                                .formatted(
                                        maybe(() -> any("\"plus\"", "\"over\"", "\"times\"")),
                                        input.get(),
                                        random.nextBoolean() ? maybe(() -> "2") : input.get());
                case 5 -> operation("versus", "offset", maybe(() -> "\"1m\""), input);
                case 6 ->
                        "{\"op\":\"absent\",\"lookback\":\"5m\",\"input\":%s}"
                                .formatted(input.get());
                case 7 ->
                        "{\"op\":\"join\",\"input\":%s,\"frames\":%s}"
                                .formatted(
                                        input.get(),
                                        maybe(() -> "{\"a\":%s}".formatted(input.get())));
                case 8 ->
                        "{\"op\":\"except\",\"input\":%s,\"other\":%s}"
                                .formatted(input.get(), input.get());
                case 9 ->
                        "{\"op\":\"burnRate\",\"objective\":%s,\"windows\":%s,\"factor\":%s,\"input\":%s}"
                                .formatted(
                                        maybe(() -> "0.9"),
                                        maybe(() -> "[\"1m\",\"5m\"]"),
                                        maybe(() -> "2"),
                                        maybe(this::ratio));
                case 10 -> ratio();
                default -> select();
            };
        }

        private String ratio() {
            return "{\"op\":\"ratio\",\"part\":%s,\"whole\":%s}".formatted(select(), select());
        }

        private String select() {
            var fields = new java.util.ArrayList<String>();
            fields.add("\"metric\":" + maybe(() -> "\"m\""));
            fields.add(
                    random.nextInt(4) > 0
                            ? "\"last\":" + maybe(() -> any("\"5m\"", "\"10m\"", "\"1ms\""))
                            : "\"from\":%s,\"to\":%s"
                                    .formatted(maybe(() -> "1"), maybe(() -> "500000")));
            more(fields, "step", () -> any("\"1m\"", "\"7s\"", "\"1ms\""));
            more(fields, "offset", () -> "\"30s\"");
            more(
                    fields,
                    "aggregate",
                    () -> any("\"avg\"", "\"rate\"", "\"last\"", "\"stddev\"", "\"count\""));
            more(fields, "by", () -> any("[]", "[\"host\"]", "\"host\""));
            more(
                    fields,
                    "where",
                    () -> "{\"host\":%s}".formatted(maybe(() -> "{\"regex\":\"h.*\"}")));
            return fields.stream().collect(Collectors.joining(",", "{", "}"));
        }

        private void more(List<String> fields, String name, Supplier<String> value) {
            if (random.nextInt(4) == 0) {
                fields.add("\"%s\":%s".formatted(name, maybe(value)));
            }
        }

        private static String operation(
                String name, String field, String value, Supplier<String> input) {
            return "{\"op\":\"%s\",\"%s\":%s,\"input\":%s}"
                    .formatted(name, field, value, input.get());
        }

        private String maybe(Supplier<String> right) {
            return random.nextInt(30) == 0 ? ODD.get(random.nextInt(ODD.size())) : right.get();
        }

        private String any(String... texts) {
            return texts[random.nextInt(texts.length)];
        }
    }
}
