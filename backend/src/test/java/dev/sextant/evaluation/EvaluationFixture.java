// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.InMemoryAlerts;
import dev.sextant.alert.Transition;
import dev.sextant.evaluation.host.HostApis;
import dev.sextant.notify.Outbox;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.rule.InMemoryModules;
import dev.sextant.rule.InMemoryRules;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleHeader;
import dev.sextant.rule.RuleId;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Sandbox;
import dev.sextant.script.SandboxStatus;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The evaluation room on in-memory neighbours and a sandbox whose answers the test writes.
public final class EvaluationFixture {
    public static final TenantId ACME = new TenantId("acme");
    public static final RuleId CPU = new RuleId("cpu-high");

    public final InMemorySeries series = new InMemorySeries();
    public final InMemoryRules rules = new InMemoryRules();
    public final Alerts alerts = new InMemoryAlerts();
    public final EvaluationLog log = new InMemoryEvaluationLog();
    public final RuleStates states = new InMemoryRuleStates();
    public final Breakers breakers = new InMemoryBreakers();
    public final List<Transition> told = new CopyOnWriteArrayList<>();
    public final RecentEvaluations recent = new RecentEvaluations();
    private final ObjectMapper json = new ObjectMapper();
    private Set<Labels> ended = Set.of();
    private BiFunction<ScriptRequest, HostCalls, ScriptOutcome> script =
            (_, _) -> completed("{\"verdicts\": []}");

    /// These subjects are there no longer.
    public void end(Labels... subjects) {
        ended = Set.of(subjects);
    }

    /// What the sandbox answers from now on.
    public void script(BiFunction<ScriptRequest, HostCalls, ScriptOutcome> answers) {
        script = answers;
    }

    public ScriptOutcome completed(String result) {
        return new ScriptOutcome.Completed(parse(result), json.createObjectNode(), List.of());
    }

    /// The slots of the one rule come once each, and this is how they end.
    public SlotEvaluation slots() {
        Outbox outbox = (_, transitions, _) -> told.addAll(transitions);
        var records = new AlertRecords(alerts, outbox, (_, _, _) -> ended);
        var evaluator =
                new RuleEvaluator(
                        new ScriptedSandbox(),
                        _ -> ScriptLimits.standard().withWallTime(Duration.ofMinutes(1)),
                        new HostApis(queries()),
                        new RulePrograms(new ModuleTexts(new InMemoryModules())),
                        json);
        var memory = new RuleMemory(states, breakers);
        var kept = new SlotRecords(rules, log, memory, records, new Direct());
        return new SlotEvaluation(evaluator, records, memory, kept, recent);
    }

    /// Saves the rule cpu-high: every 10 s, needs host.*, fires after 10 s, takes rows for missing after 10 minutes.
    public Rule saveRule(Instant activeSince) {
        var header =
                (ObjectNode)
                        parse(
                                "{\"id\": \"cpu-high\", \"title\": {\"en\": \"CPU high\"}, \"every\": \"10s\"}");
        header.putArray("needs").add("metrics:read:host.*");
        header.putObject("fire").put("for", "10s");
        header.putObject("missing").put("unless", "entity-ended").put("staleAfter", "10m");
        var rule =
                new Rule(
                        CPU,
                        1,
                        "javascript",
                        "",
                        null,
                        json.createObjectNode(),
                        RuleHeader.of(header),
                        true,
                        activeSince,
                        activeSince,
                        "ada");
        rules.create(ACME, rule);
        return rule;
    }

    private QueryEngine queries() {
        return new QueryEngine(series, QueryLimits.standard());
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private final class ScriptedSandbox implements Sandbox {
        @Override
        public ScriptOutcome run(TenantId tenant, ScriptRequest request, HostCalls host) {
            return script.apply(request, host);
        }

        @Override
        public HeaderOutcome header(TenantId tenant, Script source) {
            throw new UnsupportedOperationException("no header is read here");
        }

        @Override
        public HeaderOutcome tests(TenantId tenant, Script source) {
            throw new UnsupportedOperationException("no test file is read here");
        }

        @Override
        public SandboxStatus status() {
            return new SandboxStatus(true, 1, List.of(), Map.of(), 16_384);
        }
    }

    private static final class Direct implements TenantTransactions {
        @Override
        public <T> T call(TenantId tenant, Supplier<T> work) {
            return work.get();
        }
    }
}
