// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.RuleEvaluator;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.RulePrograms;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.evaluation.algorithms.AlgorithmMethods;
import dev.sextant.evaluation.host.HostApis;
import dev.sextant.evaluation.rehearsal.RehearsalAnswer.CheckResult;
import dev.sextant.evaluation.rehearsal.RehearsalRun.Budget;
import dev.sextant.evaluation.rehearsal.RehearsalRun.StoppedException;
import dev.sextant.query.Courses;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.rule.ModuleImport;
import dev.sextant.rule.ModuleLinks;
import dev.sextant.rule.ParameterCheck;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.Language;
import dev.sextant.script.Sandbox;
import dev.sextant.script.Script;
import dev.sextant.script.Script.ModuleText;
import dev.sextant.script.TenantScriptLimits;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Runs the checks of a test file. The file is read in the sandbox with no capability and gives data; all that happens then
/// is done by the evaluator and the alert life cycle of production.
@ApplicationScoped
public class Rehearsals {
    private static final int MOST_SLOTS = 20_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(120);
    private static final long MOST_LEARNT = 64L << 20;
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Pattern RULE_FILE =
            Pattern.compile("[\"'](?:\\./)?([\\w.-]+\\.rule\\.js)[\"']");

    private final Sandbox sandbox;
    private final TenantScriptLimits limits;
    private final ModuleLinks links;
    private final RulePrograms programs;
    private final ObjectMapper json;

    Rehearsals(
            Sandbox sandbox,
            TenantScriptLimits limits,
            ModuleLinks links,
            RulePrograms programs,
            ObjectMapper json) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.links = links;
        this.programs = programs;
        this.json = json;
    }

    /// @param job the rule under test, with the parameters that it has outside of tests
    /// @param tests the test file, in the language of the rule
    public RehearsalAnswer run(TenantId tenant, Job job, String tests) {
        var budget = new Budget(MOST_SLOTS, MOST_TIME);
        try {
            return switch (sandbox.tests(tenant, testProgram(tenant, job, tests))) {
                case HeaderOutcome.Invalid(var errors) ->
                        RehearsalAnswer.broken(
                                new RunProblem(
                                        errors.getFirst().message(),
                                        errors.getFirst().line(),
                                        errors.getFirst().column()));
                case HeaderOutcome.Valid(var declared, _) -> {
                    var results = new ArrayList<CheckResult>();
                    for (var rehearsal : RehearsalReader.read(declared)) {
                        results.add(result(tenant, rehearsal, job, budget));
                    }
                    yield RehearsalAnswer.of(results, budget.slots(), budget.used());
                }
            };
        } catch (IllegalArgumentException wrong) {
            return RehearsalAnswer.broken(
                    new RunProblem(String.valueOf(wrong.getMessage()), null, null));
        }
    }

    private CheckResult result(TenantId tenant, Rehearsal rehearsal, Job job, Budget budget) {
        var parameters = rehearsal.parameters() == null ? job.parameters() : rehearsal.parameters();
        var faults = ParameterCheck.faults(job.header(), parameters);
        if (!faults.isEmpty()) {
            return CheckResult.broken(rehearsal, String.join("; ", faults));
        }
        var run =
                new RehearsalRun(
                        tenant,
                        (series, calls) ->
                                new RuleEvaluator(
                                        sandbox,
                                        limits,
                                        new HostApis(
                                                new QueryEngine(
                                                        series,
                                                        QueryLimits.standard(),
                                                        new AlgorithmMethods(),
                                                        new Courses(MOST_LEARNT, SETTLING)),
                                                calls),
                                        programs,
                                        json),
                        json);
        try {
            var whole = new Job(job.header(), job.script(), parameters, json.createObjectNode());
            return CheckResult.of(rehearsal, run.over(rehearsal, whole, budget));
        } catch (StoppedException | IllegalArgumentException stopped) {
            return CheckResult.broken(rehearsal, String.valueOf(stopped.getMessage()));
        }
    }

    /// The test file with the rule and all modules that either of them imports.
    private Script testProgram(TenantId tenant, Job job, String tests) {
        var language = job.script().language();
        var modules = new ArrayList<ModuleText>();
        ruleFiles(job, tests)
                .forEach(name -> modules.add(new ModuleText(name, job.script().source())));
        var imports = new TreeMap<String, ModuleImport>();
        var draft = ModuleLinks.Draft.rule(language.text(), tests, Map.of());
        links.link(tenant, draft).imports().forEach(one -> imports.put(one.name().value(), one));
        job.header().imports().forEach(one -> imports.put(one.name().value(), one));
        return programs.script(
                tenant, new Script(language, tests, modules), List.copyOf(imports.values()));
    }

    /// The names by which a test file imports the rule.
    private static List<String> ruleFiles(Job job, String tests) {
        var id = job.header().id().value();
        if (job.script().language() == Language.PYTHON) {
            return List.of(id.replace('-', '_') + ".py");
        }
        return RULE_FILE
                .matcher(tests)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(1)
                .toList();
    }
}
