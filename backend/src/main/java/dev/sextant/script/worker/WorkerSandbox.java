// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Language;
import dev.sextant.script.Sandbox;
import dev.sextant.script.SandboxStatus;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.script.worker.WorkerPool.Owner;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The sandbox made of worker processes. This class takes a worker, has one exchange with it, and says what came of it;
/// how the pool and an exchange work stands in [WorkerPool] and [Exchange].
@ApplicationScoped
public class WorkerSandbox implements Sandbox, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkerSandbox.class);

    private final WorkerConfiguration configuration;
    private final ConfiguredScriptLimits limits;
    private final ObjectMapper json;
    private final OutcomeReader outcomes = new OutcomeReader();
    private final Watchdog watchdog = new Watchdog();
    private final WorkerPool pool;
    private final WorkerMetrics metrics;
    private final WorkerStarts starts;
    private final CpuBudgets budgets;

    @Inject
    WorkerSandbox(
            WorkerConfiguration configuration,
            ConfiguredScriptLimits limits,
            CpuBudgets budgets,
            ObjectMapper json,
            MeterRegistry registry) {
        this.configuration = configuration;
        this.limits = limits;
        this.budgets = budgets;
        this.json = json;
        this.metrics = new WorkerMetrics(registry);
        this.starts = new WorkerStarts(configuration, watchdog, metrics);
        this.pool = new WorkerPool(starts, PoolBounds.of(configuration));
        metrics.show(pool::size, () -> starts.condition().isCompiling() ? 1 : 0);
    }

    /// Without plans, for tests and benchmarks.
    public WorkerSandbox(
            WorkerConfiguration configuration, ObjectMapper json, MeterRegistry registry) {
        this(
                configuration,
                new ConfiguredScriptLimits(configuration, Plans.none()),
                json,
                registry);
    }

    WorkerSandbox(
            WorkerConfiguration configuration,
            ConfiguredScriptLimits limits,
            ObjectMapper json,
            MeterRegistry registry) {
        this(configuration, limits, new CpuBudgets(limits), json, registry);
    }

    void start(@Observes StartupEvent event) {
        pool.refill(limits.standardShape(Language.JAVASCRIPT));
    }

    /// Ends all workers.
    @Override
    @PreDestroy
    public void close() {
        pool.close();
        watchdog.close();
        starts.close();
    }

    /// Whether a warm worker stands by that belongs to nobody yet.
    public boolean hasSpare(Language language) {
        return pool.hasSpare(limits.standardShape(language));
    }

    @Override
    public ScriptOutcome run(TenantId tenant, ScriptRequest request, HostCalls host) {
        return outcomeOf(tenant, Lane.EVALUATIONS, request, host);
    }

    @Override
    public ScriptOutcome apply(TenantId tenant, ScriptRequest request, HostCalls host) {
        return outcomeOf(tenant, Lane.ALGORITHMS, request, host);
    }

    private ScriptOutcome outcomeOf(
            TenantId tenant, Lane lane, ScriptRequest request, HostCalls host) {
        var started = System.nanoTime();
        var outcome = ran(tenant, lane, request, host);
        var name =
                switch (outcome) {
                    case ScriptOutcome.Completed _ -> "completed";
                    case ScriptOutcome.Failed _ -> "failed";
                    case ScriptOutcome.LimitPassed _ -> "limit";
                    case ScriptOutcome.Lost _ -> "lost";
                    case ScriptOutcome.NotRun _ -> "not-run";
                };
        metrics.ran(name, Duration.ofNanos(System.nanoTime() - started));
        return outcome;
    }

    @Override
    public HeaderOutcome header(TenantId tenant, Script script) {
        return read(tenant, script, new Message.ReadHeader(program(script, "rule")));
    }

    @Override
    public HeaderOutcome tests(TenantId tenant, Script script) {
        return read(tenant, script, new Message.ReadTests(program(script, "rule.test")));
    }

    private HeaderOutcome read(TenantId tenant, Script script, Message.ToWorker task) {
        var refusal = refusal(script);
        if (refusal != null) {
            return invalid(refusal);
        }
        var bridge =
                new HostBridge(
                        _ -> new HostAnswer.Refused("no-data", "a header cannot read data"),
                        json,
                        new Tally(ScriptLimits.standard(), new Tally.Fixed(0, 0)));
        try {
            return outcomes.header(
                    exchange(
                            new Owner(tenant, limits.shape(tenant, script.language())),
                            task,
                            new Allowed(Lane.EVALUATIONS, headerTimes(), 1),
                            bridge),
                    script.language().isOfScripts() ? "the header" : "the model");
        } catch (IOException problem) {
            LOG.warnf("no header for tenant %s: %s", tenant, problem.getMessage());
            return invalid(unavailable(problem));
        }
    }

    @Override
    public SandboxStatus status() {
        var condition = starts.condition();
        var dropped = new ArrayList<String>();
        var kept = new LinkedHashMap<String, String>();
        for (var drop : condition.drops()) {
            if (drop.failure() == null) {
                dropped.add(drop.what());
            } else {
                kept.put(drop.what(), drop.failure());
            }
        }
        return new SandboxStatus(
                condition.isCompiling(), pool.size(), dropped, kept, configuration.stateBytes());
    }

    private ScriptOutcome ran(TenantId tenant, Lane lane, ScriptRequest request, HostCalls host) {
        var refusal = refusal(request.script());
        if (refusal != null) {
            return new ScriptOutcome.Failed(refusal, null, null, List.of());
        }
        var exhausted = budgets.exhausted(tenant);
        if (exhausted != null) {
            return new ScriptOutcome.NotRun(CpuBudgets.message(exhausted), exhausted);
        }
        var most = request.limits();
        var owner = new Owner(tenant, limits.shape(tenant, request.script().language()));
        var task =
                new Message.Evaluate(
                        program(request.script(), "rule"),
                        request.now().toEpochMilli(),
                        request.parameters().toString(),
                        request.state().isObject() ? request.state().toString() : "{}",
                        new Message.Bounds(
                                most.logBytes(), most.resultBytes(), configuration.stateBytes()));
        var fixed = new Tally.Fixed(configuration.stateBytes(), owner.shape().heapBytes());
        var bridge = new HostBridge(host, json, new Tally(most, fixed));
        try {
            var allowed = new Allowed(lane, most.times(), most.hostCalls());
            var ending = exchange(owner, task, allowed, bridge);
            return bridge.summedUp(ending, outcomes.outcome(ending));
        } catch (IOException problem) {
            LOG.warnf(
                    "a script of tenant %s did not run: %s; its alerts are kept",
                    tenant, problem.getMessage());
            return new ScriptOutcome.NotRun(unavailable(problem));
        }
    }

    private static Message.Program program(Script script, String stem) {
        var name =
                switch (script.language()) {
                    case JAVASCRIPT -> stem + ".js";
                    case PYTHON -> stem + ".py";
                    case ONNX -> stem + ".onnx";
                };
        var modules =
                script.modules().stream()
                        .map(module -> new Message.Module(module.name(), module.text()))
                        .toList();
        return new Message.Program(name, script.source(), modules);
    }

    /// What a tenant may know of it; the log says the rest.
    private static String unavailable(IOException problem) {
        return problem instanceof NoFreeWorkerException
                ? String.valueOf(problem.getMessage())
                : "scripts cannot run at the moment; the log of the platform says why";
    }

    private record Allowed(Lane lane, ScriptLimits.Times times, int hostCalls) {}

    private Ending exchange(Owner owner, Message.ToWorker task, Allowed allowed, HostBridge bridge)
            throws IOException {
        var worker = pool.take(owner, allowed.lane());
        boolean usable = false;
        var times = allowed.times();
        var supervision =
                new Supervision(
                        worker,
                        watchdog,
                        new Supervision.Allowed(times.wall(), times.cpu(), configuration.grace()));
        try {
            var ending =
                    new Exchange(worker, supervision, allowed.hostCalls())
                            .run(task, bridge::answer);
            usable = isUsable(ending, worker);
            return ending;
        } finally {
            budgets.spend(owner.tenant(), supervision.cpuTime());
            supervision.uses().forEach(bridge::note);
            pool.giveBack(owner, allowed.lane(), worker, usable);
        }
    }

    private ScriptLimits.Times headerTimes() {
        var limit = configuration.headerTimeout();
        return new ScriptLimits.Times(limit, limit.multipliedBy(2));
    }

    private boolean isUsable(Ending ending, WorkerProcess worker) {
        return switch (ending) {
            case Ending.Answered _, Ending.TooManyCalls _ -> true;
            case Ending.Stopped(_, var usable, _) -> {
                if (!usable) {
                    metrics.lost("timeout");
                }
                yield usable;
            }
            case Ending.Died(var exitCode) -> {
                metrics.lost(OutcomeReader.isOutOfMemory(exitCode) ? "memory" : "death");
                LOG.infof("a script worker ended with %d: %s", exitCode, worker.tail());
                yield false;
            }
            case Ending.Rubbish(var detail) -> {
                metrics.lost("rubbish");
                LOG.warnf("a script worker broke the protocol and was killed: %s", detail);
                yield false;
            }
        };
    }

    private @Nullable String refusal(Script script) {
        int most = configuration.sourceBytes();
        return script.source().length() > most
                ? "the source has %,d characters; %,d are allowed"
                        .formatted(script.source().length(), most)
                : null;
    }

    private static HeaderOutcome invalid(String message) {
        return new HeaderOutcome.Invalid(
                List.of(new HeaderOutcome.Diagnostic(message, null, null)));
    }
}
