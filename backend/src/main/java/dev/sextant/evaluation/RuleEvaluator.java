// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.evaluation.host.HostApi;
import dev.sextant.evaluation.host.HostApis;
import dev.sextant.evaluation.host.HostApis.Asking;
import dev.sextant.query.Asker.Standing;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.LimitUse;
import dev.sextant.script.Sandbox;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLog;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.script.TenantScriptLimits;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a rule's script for one moment: the same code for a slot, a dry run and, later, a back-test. Changes nothing.
@ApplicationScoped
public class RuleEvaluator {
    private static final int LARGEST_STATE = 65_536;

    private final Sandbox sandbox;
    private final TenantScriptLimits limits;
    private final HostApis hosts;
    private final RulePrograms programs;
    private final VerdictReader verdicts;

    public RuleEvaluator(
            Sandbox sandbox,
            TenantScriptLimits limits,
            HostApis hosts,
            RulePrograms programs,
            ObjectMapper json) {
        this.sandbox = sandbox;
        this.limits = limits;
        this.hosts = hosts;
        this.programs = programs;
        this.verdicts = new VerdictReader(json);
    }

    /// What is to be run.
    ///
    /// @param script without its modules: those of the header are handed over with it
    /// @param parameters values that differ from the header's defaults
    /// @param state what the script remembers from before
    /// @param standing a name under which what its detectors learn is kept for its next slot; null when there is none
    public record Job(
            RuleHeader header,
            Script script,
            JsonNode parameters,
            JsonNode state,
            @Nullable String standing) {
        /// A job that is run once, or at any times.
        public Job(RuleHeader header, Script script, JsonNode parameters, JsonNode state) {
            this(header, script, parameters, state, null);
        }

        /// The same, of which one slot after the other is run.
        public Job slotBySlot() {
            return new Job(header, script, parameters, state, "rule " + header.id());
        }
    }

    /// @param now the slot, or the moment of a dry run: what every clock of the script says
    public RuleRun run(TenantId tenant, Job job, Instant now) {
        var own = limits.find(tenant).stoppedAfter(job.header().timeout());
        var standing =
                Optional.ofNullable(job.standing())
                        .map(name -> new Standing(name, own.times().wall()));
        var asking = new Asking(now, standing, job.header().staleAfter());
        var host = hosts.open(tenant, job.header().needs(), asking);
        var script = programs.script(tenant, job.script(), job.header());
        var started = System.nanoTime();
        var outcome =
                sandbox.run(
                        tenant,
                        new ScriptRequest(script, job.parameters(), now, job.state(), own),
                        host);
        var cost = cost(host.use(), Duration.ofNanos(System.nanoTime() - started));
        var run = host.isLearning() ? learning(outcome, cost) : result(outcome, cost);
        return run.withMissing(host.missing());
    }

    /// A script that ended since its detectors are still learning did not fail.
    private RuleRun learning(ScriptOutcome outcome, EvaluationCost cost) {
        return outcome instanceof ScriptOutcome.Failed(var message, var line, var column, var log)
                ? broken(Outcome.SKIPPED, new RunProblem(message, line, column), cost, log)
                : result(outcome, cost);
    }

    private RuleRun result(ScriptOutcome outcome, EvaluationCost cost) {
        return switch (outcome) {
            case ScriptOutcome.Completed completed -> judged(completed, cost);
            case ScriptOutcome.Failed(var message, var line, var column, var log) ->
                    broken(Outcome.FAILED, new RunProblem(message, line, column), cost, log);
            case ScriptOutcome.LimitPassed(var limit, var message, var line, var column, var log) ->
                    broken(Outcome.LIMIT, new RunProblem(message, line, column, limit), cost, log);
            case ScriptOutcome.NotRun(var reason, var limit) ->
                    broken(
                            Outcome.SKIPPED,
                            new RunProblem(reason, null, null, limit),
                            cost,
                            List.of());
            case ScriptOutcome.Lost(var reason) ->
                    broken(Outcome.LOST, new RunProblem(reason, null, null), cost, List.of());
        };
    }

    private static EvaluationCost cost(HostApi.Use use, Duration duration) {
        long cpu =
                use.times().stream()
                        .filter(one -> one.name().equals("cpuTime"))
                        .mapToLong(LimitUse::used)
                        .sum();
        return new EvaluationCost(
                use.series(),
                use.points(),
                use.calls(),
                duration.toMillis(),
                cpu,
                use.times(),
                use.queries(),
                use.metrics());
    }

    private RuleRun judged(ScriptOutcome.Completed completed, EvaluationCost cost) {
        var remembered = completed.state().toString().length();
        if (remembered > LARGEST_STATE) {
            var message =
                    "ctx.state has at most %d characters as JSON, this one has %d; what was remembered before is kept"
                            .formatted(LARGEST_STATE, remembered);
            var limit = new LimitUse("stateBytes", remembered, LARGEST_STATE, "bytes");
            return broken(
                    Outcome.LIMIT,
                    new RunProblem(message, null, null, limit),
                    cost,
                    completed.log());
        }
        try {
            return new RuleRun(
                    Outcome.COMPLETED,
                    null,
                    verdicts.read(completed.result()),
                    cost,
                    lines(completed.log()),
                    completed.state());
        } catch (IllegalArgumentException wrong) {
            var message = String.valueOf(wrong.getMessage());
            return broken(
                    Outcome.FAILED, new RunProblem(message, null, null), cost, completed.log());
        }
    }

    private static RuleRun broken(
            Outcome outcome, RunProblem problem, EvaluationCost cost, List<ScriptLog> log) {
        return new RuleRun(outcome, problem, Verdicts.none(), cost, lines(log), null);
    }

    private static List<LogLine> lines(List<ScriptLog> log) {
        return log.stream().map(line -> new LogLine(line.level(), line.text())).toList();
    }
}
