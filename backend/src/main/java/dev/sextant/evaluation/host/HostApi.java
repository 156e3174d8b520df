// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.evaluation.host.HostApis.Asking;
import dev.sextant.query.Asker;
import dev.sextant.query.InvalidPlanException;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryPlan;
import dev.sextant.query.QueryResult;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.LimitUse;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All that a script may call, for one evaluation: it reads as one tenant, at one moment, only what the rule's header
/// needs. Every call is checked here, whatever the worker process says. Calls come one after the other, but one that was
/// abandoned when the evaluation's time was over may still run while its use is told.
public final class HostApi implements HostCalls {
    /// Names of metrics that the ledger keeps of one evaluation.
    private static final int MOST_METRICS = 100;

    /// Rows that are missing of which one evaluation takes note.
    private static final int MOST_MISSING = 200_000;

    /// Queries of one evaluation of which the ledger keeps what they took, and how many metrics of each.
    private static final int MOST_QUERIES = 20;

    private static final int METRICS_PER_QUERY = 5;

    private final TenantId tenant;
    private final Needs needs;
    private final QueryEngine queries;
    private final ScriptCalls others;
    private final Asking asking;
    private final NamedSets sets = new NamedSets();
    private final SortedSet<String> metrics = new TreeSet<>();
    private final List<QueryUse> uses = new ArrayList<>();
    private final Set<Labels> missing = new HashSet<>();
    private long series;
    private long points;
    private int calls;
    private List<LimitUse> times = List.of();
    private volatile boolean isOver;
    private volatile boolean isLearning;

    HostApi(
            TenantId tenant,
            List<String> needs,
            QueryEngine queries,
            ScriptCalls others,
            Asking asking) {
        this.tenant = tenant;
        this.needs = new Needs(needs);
        this.queries = queries;
        this.others = others;
        this.asking = asking;
    }

    @Override
    public HostAnswer select(JsonNode json) {
        count();
        try {
            return switch (sets.named(json, this::call)) {
                case NamedSets.Plan(var plan) -> select(queries.parse(plan.toString()));
                case NamedSets.Unnamed(var refused) -> refused;
            };
        } catch (InvalidPlanException wrong) {
            return new HostAnswer.Refused(QueryResult.Code.INVALID_PLAN.text(), wrong.getMessage());
        }
    }

    @Override
    public HostAnswer ask(String name, JsonNode arguments) {
        count();
        return call(name, arguments);
    }

    private HostAnswer call(String name, JsonNode arguments) {
        var call = others.find(name);
        if (call.isEmpty()) {
            return new HostAnswer.Refused(
                    "unknown-call", "%s cannot be asked for here".formatted(name));
        }
        var need = call.get().need();
        return needs.name(need)
                ? call.get().answer(tenant, arguments, asking.now())
                : new HostAnswer.Refused(
                        "need-missing",
                        "the rule may not call %s: add \"%s\" to needs".formatted(name, need));
    }

    private HostAnswer select(QueryPlan plan) {
        for (var selection : plan.selections()) {
            var metric = selection.metric();
            if (!needs.mayRead(metric)) {
                return new HostAnswer.Refused(
                        "need-missing",
                        "the rule may not read metric %s: add \"metrics:read:%s\" to needs"
                                .formatted(metric, metric));
            }
            remember(metric);
        }
        return switch (queries.run(tenant, plan, asking.now(), new Waiting())) {
            case QueryResult.Refused(var code, var message, var use, var cost) -> {
                isLearning |= code == QueryResult.Code.LEARNING;
                charge(plan, cost, code.text());
                yield new HostAnswer.Refused(code.text(), message, limit(use));
            }
            case QueryResult.Answer(var frame, var cost) -> {
                charge(plan, cost, null);
                yield new HostAnswer.Rows(frame);
            }
        };
    }

    /// The limit of a query as one of the script that asked, which has limits called `points` and `bytes` of its own.
    private static @Nullable LimitUse limit(QueryResult.@Nullable Use use) {
        return use == null
                ? null
                : new LimitUse(
                        "query"
                                + use.limit().substring(0, 1).toUpperCase(Locale.ROOT)
                                + use.limit().substring(1),
                        use.used(),
                        use.allowed(),
                        use.unit());
    }

    private synchronized void count() {
        calls++;
    }

    private synchronized void remember(String metric) {
        if (metrics.size() < MOST_METRICS) {
            metrics.add(metric);
        }
    }

    private synchronized void charge(
            QueryPlan plan, QueryResult.Cost cost, @Nullable String problem) {
        series += cost.series();
        points += cost.points();
        if (uses.size() < MOST_QUERIES) {
            var asked = plan.selections().stream().map(QueryPlan.Select::metric);
            uses.add(
                    new QueryUse(
                            asked.distinct().limit(METRICS_PER_QUERY).toList(),
                            cost.series(),
                            cost.points(),
                            cost.bytes(),
                            cost.millis(),
                            problem));
        }
    }

    /// Whether a query was not answered since its detectors do not know their history yet.
    public boolean isLearning() {
        return isLearning;
    }

    private final class Waiting implements Asker {
        @Override
        public boolean isWaiting() {
            return !isOver;
        }

        @Override
        public Optional<Standing> standing() {
            return asking.standing();
        }

        @Override
        public Optional<Missing> missing() {
            return asking.staleAfter()
                    .map(length -> new Missing(length, HostApi.this::noteMissing));
        }
    }

    private synchronized void noteMissing(Labels row) {
        if (missing.size() < MOST_MISSING) {
            missing.add(row);
        }
    }

    /// The labels of the rows that were missing, since nothing came of them for longer than the rule waits.
    public synchronized Set<Labels> missing() {
        return Set.copyOf(missing);
    }

    /// Ends a query that still runs, too.
    @Override
    public synchronized void spent(List<LimitUse> used) {
        isOver = true;
        times = used;
    }

    /// What was used of it so far.
    public synchronized Use use() {
        return new Use(series, points, calls, times, uses, List.copyOf(metrics));
    }

    /// @param series series that were looked at
    /// @param points points that were read
    /// @param calls calls that the script made
    /// @param times what the evaluation used of its times; empty while it runs
    /// @param queries what the first queries took, one by one
    /// @param metrics names of the metrics that were read, sorted, the first of them when there are many
    public record Use(
            long series,
            long points,
            int calls,
            List<LimitUse> times,
            List<QueryUse> queries,
            List<String> metrics) {
        public Use {
            times = List.copyOf(times);
            queries = List.copyOf(queries);
            metrics = List.copyOf(metrics);
        }
    }
}
