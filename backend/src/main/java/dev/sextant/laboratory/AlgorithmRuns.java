// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.LimitUse;
import dev.sextant.script.Sandbox;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptLog;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.script.TenantScriptLimits;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs algorithms of tenants' own in the sandbox, many series with one call. What comes back is believed only as far as it
/// has the shape that was asked for.
@ApplicationScoped
public class AlgorithmRuns {
    /// An algorithm runs within a query, which somebody waits for.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String FAILED_AT = "series ";

    private final Sandbox sandbox;
    private final TenantScriptLimits limits;

    public AlgorithmRuns(Sandbox sandbox, TenantScriptLimits limits) {
        this.sandbox = sandbox;
        this.limits = limits;
    }

    /// What runs: a saved version, or a draft that has no number.
    ///
    /// @param title as errors name it
    public record Program(String title, String kind, Text text) {
        public static Program of(AlgorithmVersion version) {
            return new Program(version.full(), version.kind(), version.text());
        }

        public boolean isForecast() {
            return kind.equals("forecast");
        }
    }

    /// What it is run on.
    ///
    /// @param wanted for each series: how many of its last points are to be scored, or how many points are to be foretold
    /// @param options values of its parameters
    /// @param now what the clock of the script says
    public record Batch(List<Series> series, List<Integer> wanted, JsonNode options, Instant now) {
        public Batch {
            series = List.copyOf(series);
            wanted = List.copyOf(wanted);
        }
    }

    /// How a run ends.
    public sealed interface Ending {
        /// @param answers one for each series
        record Ran(List<Answer> answers, Cost cost) implements Ending {}

        /// @param message for the author, naming the algorithm, and series and line where they are known
        /// @param line of the source, from 1
        record Failed(String message, @Nullable Integer line, Cost cost) implements Ending {}
    }

    /// What a run took.
    public record Cost(Duration cpu, Duration wall) {
        public Cost plus(Cost other) {
            return new Cost(cpu.plus(other.cpu), wall.plus(other.wall));
        }
    }

    public Ending run(TenantId tenant, Program program, Batch batch) {
        var task = JsonNodeFactory.instance.objectNode();
        batch.wanted().forEach(task.putArray("keep")::add);
        var host = new BatchHost(new Frame(batch.series()));
        var outcome = outcome(tenant, program, new Task(task, batch.options(), batch.now()), host);
        if (outcome instanceof ScriptOutcome.Completed(var result, _, _)) {
            try {
                return new Ending.Ran(Answer.list(program, batch, result), host.cost());
            } catch (IllegalArgumentException wrong) {
                return new Ending.Failed(
                        "%s: %s".formatted(program.title(), wrong.getMessage()), null, host.cost());
            }
        }
        return failed(program, outcome, host.cost());
    }

    /// The result of one test of a file.
    ///
    /// @param problem null when it passed
    public record Tested(String name, @Nullable String problem, @Nullable Integer line) {}

    /// Runs the tests that the file of an algorithm declares.
    ///
    /// @throws IllegalArgumentException in words for the author when they could not be run at all
    public List<Tested> test(TenantId tenant, Program program, Instant now) {
        var host = new BatchHost(new Frame(List.of()));
        var task = JsonNodeFactory.instance.objectNode().put("tests", true);
        var options = JsonNodeFactory.instance.objectNode();
        var outcome = outcome(tenant, program, new Task(task, options, now), host);
        if (outcome instanceof ScriptOutcome.Completed(var result, _, _)) {
            var tested = new ArrayList<Tested>();
            result.path("tests").forEach(one -> tested.add(tested(one)));
            return tested;
        }
        throw new IllegalArgumentException(failed(program, outcome, host.cost()).message());
    }

    private static Tested tested(JsonNode one) {
        var problem = one.path("problem");
        var line = one.path("line");
        return new Tested(
                one.path("name").asText(),
                problem.isTextual() ? problem.textValue() : null,
                line.isInt() ? line.intValue() : null);
    }

    private record Task(ObjectNode state, JsonNode options, Instant now) {}

    private ScriptOutcome outcome(TenantId tenant, Program program, Task task, BatchHost host) {
        var most = limits.find(tenant);
        return sandbox.apply(
                tenant,
                new ScriptRequest(
                        program.text().script().orElseThrow(),
                        task.options(),
                        task.now(),
                        task.state(),
                        bounded(most)),
                host);
    }

    private static ScriptLimits bounded(ScriptLimits most) {
        return most.stoppedAfter(LONGEST);
    }

    private static Ending.Failed failed(Program program, ScriptOutcome outcome, Cost cost) {
        return switch (outcome) {
            case ScriptOutcome.Failed(var message, var line, _, var log) ->
                    failed(program, new Fault(message, line, log), cost);
            case ScriptOutcome.LimitPassed(_, var message, var line, _, var log) ->
                    failed(program, new Fault(message, line, log), cost);
            case ScriptOutcome.NotRun(var reason, _) ->
                    failed(program, new Fault(reason, null, List.of()), cost);
            case ScriptOutcome.Lost(var reason) ->
                    failed(program, new Fault(reason, null, List.of()), cost);
            case ScriptOutcome.Completed _ ->
                    throw new IllegalStateException("a completed run has not failed");
        };
    }

    private record Fault(String message, @Nullable Integer line, List<ScriptLog> log) {
        /// The series at which it stopped, as the SDK logs it last.
        String series() {
            if (log.isEmpty() || !log.getLast().text().startsWith(FAILED_AT)) {
                return "";
            }
            return " at " + log.getLast().text();
        }
    }

    private static Ending.Failed failed(Program program, Fault fault, Cost cost) {
        var line = fault.line() == null ? "" : " line " + fault.line();
        return new Ending.Failed(
                "%s%s%s: %s".formatted(program.title(), line, fault.series(), fault.message()),
                fault.line(),
                cost);
    }

    /// The host of one run: it hands out the batch, and nothing else is to be had.
    private static final class BatchHost implements HostCalls {
        private final Frame batch;
        private volatile Cost cost = new Cost(Duration.ZERO, Duration.ZERO);

        BatchHost(Frame batch) {
            this.batch = batch;
        }

        @Override
        public HostAnswer select(JsonNode plan) {
            return plan.path("op").asText().equals("batch")
                    ? new HostAnswer.Rows(batch)
                    : new HostAnswer.Refused(
                            "algorithm", "an algorithm reads nothing but the series it is given");
        }

        @Override
        public void spent(List<LimitUse> uses) {
            cost = new Cost(used(uses, "cpuTime"), used(uses, "wallTime"));
        }

        private static Duration used(List<LimitUse> uses, String name) {
            return uses.stream()
                    .filter(use -> use.name().equals(name))
                    .map(use -> Duration.ofMillis(use.used()))
                    .findFirst()
                    .orElse(Duration.ZERO);
        }

        Cost cost() {
            return cost;
        }
    }
}
