// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.RuleEvaluator;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.RulePrograms;
import dev.sextant.evaluation.RuleRun;
import dev.sextant.evaluation.host.HostApis;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.rule.HeaderReader.Reading;
import dev.sextant.rule.InMemoryModules;
import dev.sextant.rule.ModuleLinks;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.RuleConfig;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.Sandbox;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.store.SeriesReader;
import dev.sextant.tenant.TenantId;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;

/// The production evaluator over a sandbox and series that a test brings: what a script meets when it is saved and run.
public final class TrialEvaluator {
    private final ObjectMapper json = new ObjectMapper();
    private final ScriptHeaders headers;
    private final RuleEvaluator evaluator;

    public TrialEvaluator(Sandbox sandbox, SeriesReader series) {
        var modules = new InMemoryModules();
        var texts = new ModuleTexts(modules);
        var programs = new RulePrograms(texts);
        this.headers =
                new ScriptHeaders(sandbox, new ModuleLinks(modules, texts), programs, settings());
        this.evaluator =
                new RuleEvaluator(
                        sandbox,
                        _ -> ScriptLimits.standard().withWallTime(Duration.ofMinutes(1)),
                        new HostApis(new QueryEngine(series, QueryLimits.standard())),
                        programs,
                        json);
    }

    private static RuleConfig settings() {
        return new SmallRyeConfigBuilder()
                .withMapping(RuleConfig.class)
                .build()
                .getConfigMapping(RuleConfig.class);
    }

    public Reading header(TenantId tenant, Script script) {
        return headers.read(tenant, script.language().text(), script.source());
    }

    /// @param timeout instead of the header's
    public RuleRun run(
            TenantId tenant, RuleHeader header, Script script, Duration timeout, Instant now) {
        var limited =
                new RuleHeader(
                        header.id(),
                        header.title(),
                        header.timing(),
                        header.delay(),
                        timeout,
                        header.needs(),
                        header.policy(),
                        header.json());
        var empty = json.createObjectNode();
        return evaluator.run(tenant, new Job(limited, script, empty, empty), now);
    }
}
