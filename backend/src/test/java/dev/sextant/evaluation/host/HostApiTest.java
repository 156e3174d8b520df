// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.host.HostApis.Asking;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.LimitUse;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a worker asks for, a rule reads what its needs name, wherever in a plan a metric stands.
class HostApiTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final String FORBIDDEN = "{\"metric\": \"pay.amount\", \"last\": \"1m\"}";

    private final InMemorySeries series = new InMemorySeries();
    private final HostApi host =
            new HostApi(
                    ACME,
                    List.of("metrics:read:svc.*"),
                    new QueryEngine(series, QueryLimits.standard()),
                    new ScriptCalls(List.of(new Echo())),
                    Asking.once(Instant.ofEpochSecond(60)));

    HostApiTest() {
        series.append(ACME, List.of(point("svc.requests"), point("pay.amount")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"op\": \"top\", \"count\": 1, \"input\": %s}",
                "{\"op\": \"ratio\", \"part\": {\"metric\": \"svc.requests\", \"last\": \"1m\"}, \"whole\": %s}",
                "{\"op\": \"versus\", \"offset\": \"1d\", \"input\": %s}",
                "{\"op\": \"absent\", \"lookback\": \"1d\", \"input\": %s}",
                "{\"op\": \"join\", \"input\": {\"metric\": \"svc.requests\", \"last\": \"1m\"}, \"frames\": {\"a\": %s}}",
                "{\"op\": \"except\", \"input\": {\"metric\": \"svc.requests\", \"last\": \"1m\"}, \"other\": %s}",
                "{\"op\": \"burnRate\", \"objective\": 0.9, \"windows\": [\"5m\"], \"factor\": 1, \"input\": {\"op\": \"ratio\", \"part\": %1$s, \"whole\": %1$s}}"
            })
    void readsNothingBeyondTheNeeds(String plan) throws JsonProcessingException {
        assertThat(ask(plan.formatted(FORBIDDEN)))
                .isEqualTo(
                        new HostAnswer.Refused(
                                "need-missing",
                                "the rule may not read metric pay.amount: add \"metrics:read:pay.amount\" to needs"));
    }

    @Test
    void answersWhatTheNeedsNameAndNamesTheNearMiss() throws JsonProcessingException {
        assertThat(ask("{\"metric\": \"svc.requests\", \"last\": \"1m\"}"))
                .isInstanceOf(HostAnswer.Rows.class);
        assertThat(ask("{\"metric\": \"svc.reqests\", \"last\": \"1m\"}"))
                .isEqualTo(
                        new HostAnswer.Refused(
                                "unknown-metric",
                                "no metric svc.reqests; did you mean svc.requests?"));
    }

    @Test
    void aLimitOfQueriesIsALimitOfTheScriptThatAsks() throws JsonProcessingException {
        var narrow = new QueryLimits(50, 0, 1 << 20, Duration.ofSeconds(5));
        var asked =
                new HostApi(
                        ACME,
                        List.of("metrics:read:svc.*"),
                        new QueryEngine(series, narrow),
                        new ScriptCalls(List.of()),
                        Asking.once(Instant.ofEpochSecond(60)));

        assertThat(
                        asked.select(
                                new ObjectMapper()
                                        .readTree(
                                                "{\"metric\": \"svc.requests\", \"last\": \"1m\"}")))
                .isInstanceOfSatisfying(
                        HostAnswer.Refused.class,
                        refused ->
                                assertThat(refused.limit())
                                        .isEqualTo(new LimitUse("querySeries", 1, 0, "")));
    }

    @Test
    void aCallBesideSeriesNeedsItsOwnRight() {
        var arguments = new ObjectMapper().createObjectNode().put("call", "echo");

        assertThat(host("metrics:read:*").ask("echo", arguments))
                .isEqualTo(
                        new HostAnswer.Refused(
                                "need-missing",
                                "the rule may not call echo: add \"echo:read\" to needs"));
        assertThat(host("echo:read").ask("echo", arguments))
                .isEqualTo(new HostAnswer.Records(List.of(arguments)));
        assertThat(host("echo:read").ask("eco", arguments))
                .isEqualTo(new HostAnswer.Refused("unknown-call", "eco cannot be asked for here"));
    }

    private HostApi host(String need) {
        return new HostApi(
                ACME,
                List.of(need),
                new QueryEngine(series, QueryLimits.standard()),
                new ScriptCalls(List.of(new Echo())),
                Asking.once(Instant.ofEpochSecond(60)));
    }

    /// A call that gives its arguments back.
    private static final class Echo implements ScriptCall {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String need() {
            return "echo:read";
        }

        @Override
        public HostAnswer answer(TenantId tenant, JsonNode arguments, Instant now) {
            return new HostAnswer.Records(List.of(arguments));
        }
    }

    private HostAnswer ask(String plan) throws JsonProcessingException {
        return host.select(new ObjectMapper().readTree(plan));
    }

    private static Series point(String metric) {
        return new Series(
                new SeriesKey(metric, Labels.none()), new long[] {30_000}, new double[] {1});
    }
}
