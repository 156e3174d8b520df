// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.RuleRun;
import dev.sextant.evaluation.draft.TrialEvaluator;
import dev.sextant.rule.HeaderReader.Flaw;
import dev.sextant.rule.HeaderReader.Reading;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.HostCalls;
import dev.sextant.script.Sandbox;
import dev.sextant.script.SandboxStatus;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptOutcome;
import dev.sextant.script.ScriptRequest;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One tenant that runs hostile scripts, one after the other, as they would be saved and run; after each it runs its
/// own harmless rule, and meanwhile a neighbour runs its rule.
final class HostileLane {
    /// What the neighbour allows itself: it is on time when this was enough.
    private static final Duration NEIGHBOURS_TIMEOUT = Duration.ofSeconds(5);

    private static final int TRIES = 5;
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.ofEpochMilli(HostileSeries.NOW);

    private final TenantId tenant;
    private final TenantId neighbour;
    private final Listening sandbox;
    private final TrialEvaluator evaluator;
    private final TrialEvaluator neighbours;
    private final Script probe;
    private final RuleHeader probeHeader;

    HostileLane(TenantId tenant, Sandbox sandbox, Script probe) {
        this.tenant = tenant;
        this.neighbour = HostileSeries.VICTIM;
        this.sandbox = new Listening(sandbox);
        var series = HostileSeries.of(tenant);
        this.evaluator = new TrialEvaluator(this.sandbox, series);
        this.neighbours = new TrialEvaluator(sandbox, series);
        this.probe = probe;
        this.probeHeader = header(TRIES);
    }

    /// Of the harmless rule; the first reading can take its whole time on a machine that is busy with other work.
    private RuleHeader header(int tries) {
        return switch (evaluator.header(tenant, probe)) {
            case Reading.Valid(var header, _) -> header;
            case Reading.Invalid(var flaws) -> {
                if (tries <= 1) {
                    throw new IllegalStateException("the harmless rule: " + flaws);
                }
                yield header(tries - 1);
            }
        };
    }

    /// What the harmless rule answers when all is well; also warms up what it needs.
    String baseline() {
        var _ = harmless(neighbours, neighbour, PATIENT);
        return harmless(evaluator, tenant, PATIENT);
    }

    HostileReport run(HostileScript hostile, HostileVitals vitals, Executor threads) {
        var meanwhile =
                CompletableFuture.supplyAsync(
                        () -> harmless(neighbours, neighbour, NEIGHBOURS_TIMEOUT), threads);
        var began = Since.now();
        var report =
                switch (evaluator.header(tenant, hostile.script())) {
                    case Reading.Invalid(var flaws) -> invalid(flaws, began.passed());
                    case Reading.Valid(var header, _) -> evaluated(hostile, header, began.passed());
                };
        var next = harmless(evaluator, tenant, PATIENT);
        return new HostileReport(
                report.ending(),
                report.message(),
                report.log(),
                report.visible(),
                report.reading(),
                report.running(),
                next,
                meanwhile.join(),
                vitals.now());
    }

    private HostileReport evaluated(HostileScript hostile, RuleHeader header, Duration reading) {
        if (hostile.isPollution()) {
            var _ = evaluator.run(tenant, header, hostile.script(), hostile.wallTime(), NOW);
        }
        var began = Since.now();
        var run = evaluator.run(tenant, header, hostile.script(), hostile.wallTime(), NOW);
        var took = began.passed();
        var problem = run.problem() == null ? "" : run.problem().message();
        var log = run.log().stream().map(line -> line.text()).collect(Collectors.joining("\n"));
        var visible = String.join("\n", header.json().toString(), problem, log, told(run));
        return new HostileReport(
                ending(run, sandbox.last),
                problem,
                log,
                visible,
                reading,
                took,
                "",
                "",
                HostileVitals.UNKNOWN);
    }

    private static HostileReport invalid(List<Flaw> flaws, Duration took) {
        var text =
                flaws.stream()
                        .map(flaw -> flaw.message() + " " + flaw.line())
                        .collect(Collectors.joining("\n"));
        return new HostileReport(
                "invalid", text, "", text, took, Duration.ZERO, "", "", HostileVitals.UNKNOWN);
    }

    private String harmless(TrialEvaluator trial, TenantId owner, Duration timeout) {
        var run = trial.run(owner, probeHeader, probe, timeout, NOW);
        return run.outcome() + " " + run.problem() + " " + told(run) + " " + run.state();
    }

    private static String ending(RuleRun run, @Nullable ScriptOutcome outcome) {
        return run.outcome() == Outcome.LIMIT && outcome instanceof ScriptOutcome.LimitPassed passed
                ? "limit " + passed.limit().name()
                : run.outcome().text();
    }

    private static String told(RuleRun run) {
        return run.verdicts().all().stream()
                .map(verdict -> String.valueOf(verdict.finding()))
                .collect(Collectors.joining("\n"));
    }

    /// A moment, and how long collections had stopped this virtual machine by then.
    private record Since(long nanos, Duration stopped) {
        static Since now() {
            return new Since(System.nanoTime(), HostileVitals.stopped());
        }

        Duration passed() {
            return Duration.ofNanos(System.nanoTime() - nanos)
                    .minus(HostileVitals.stopped().minus(stopped));
        }
    }

    /// Remembers the last outcome, which says the name of a limit.
    private static final class Listening implements Sandbox {
        private final Sandbox sandbox;
        private volatile @Nullable ScriptOutcome last;

        Listening(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public ScriptOutcome run(TenantId tenant, ScriptRequest request, HostCalls host) {
            var outcome = sandbox.run(tenant, request, host);
            last = outcome;
            return outcome;
        }

        @Override
        public HeaderOutcome header(TenantId tenant, Script script) {
            return sandbox.header(tenant, script);
        }

        @Override
        public HeaderOutcome tests(TenantId tenant, Script script) {
            return sandbox.tests(tenant, script);
        }

        @Override
        public SandboxStatus status() {
            return sandbox.status();
        }
    }
}
