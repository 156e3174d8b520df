// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.RuleEvaluator;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.evaluation.algorithms.AlgorithmMethods;
import dev.sextant.evaluation.host.HostApis;
import dev.sextant.evaluation.rehearsal.RehearsalAnswer.CheckResult;
import dev.sextant.evaluation.rehearsal.RehearsalRun.Budget;
import dev.sextant.evaluation.rehearsal.RehearsalRun.StoppedException;
import dev.sextant.query.Courses;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.rule.ParameterCheck;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.Sandbox;
import dev.sextant.script.TenantScriptLimits;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;

/// Runs the checks of a test file. The file is read in the sandbox with no capability and gives data; all that happens then
/// is done by the evaluator, the algorithms and the alert life cycle of production.
@ApplicationScoped
public class Rehearsals {
    private static final int MOST_SLOTS = 20_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(120);
    private static final long MOST_LEARNT = 64L << 20;
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final Sandbox sandbox;
    private final TenantScriptLimits limits;
    private final TestPrograms programs;
    private final AlgorithmMethods methods;
    private final ObjectMapper json;

    Rehearsals(
            Sandbox sandbox,
            TenantScriptLimits limits,
            TestPrograms programs,
            AlgorithmMethods methods,
            ObjectMapper json) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.programs = programs;
        this.methods = methods;
        this.json = json;
    }

    /// @param job the rule under test, with the parameters that it has outside of tests
    /// @param tests the test file, in the language of the rule
    public RehearsalAnswer run(TenantId tenant, Job job, String tests) {
        var budget = new Budget(MOST_SLOTS, MOST_TIME);
        try {
            return switch (sandbox.tests(tenant, programs.of(tenant, job, tests))) {
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
                                                        methods,
                                                        new Courses(MOST_LEARNT, SETTLING)),
                                                calls),
                                        programs.rules(),
                                        json),
                        json);
        try {
            var whole = new Job(job.header(), job.script(), parameters, json.createObjectNode());
            return CheckResult.of(rehearsal, run.over(rehearsal, whole, budget));
        } catch (StoppedException | IllegalArgumentException stopped) {
            return CheckResult.broken(rehearsal, String.valueOf(stopped.getMessage()));
        }
    }
}
