// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.QueryPlan.Applied;
import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Exclusions;
import dev.sextant.query.operator.Gathering;
import dev.sextant.query.operator.LastPoints;
import dev.sextant.query.operator.NewestTimes;
import dev.sextant.query.operator.Operators;
import dev.sextant.query.operator.Ratios;
import dev.sextant.store.Selection;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One run of one plan, operation by operation.
final class QueryRun {
    private final Sources sources;
    private final MetricTypes types;
    private final Instant now;
    private final Meter meter;
    private final StreamRun streams;

    QueryRun(Sources sources, MetricTypes types, Instant now, Meter meter, Courses courses) {
        this.sources = sources;
        this.types = types;
        this.now = now;
        this.meter = meter;
        this.streams =
                new StreamRun(
                        new StreamRun.Asked(sources.tenant(), now, meter), courses, this::frame);
    }

    Frame frame(QueryPlan plan) {
        return switch (plan) {
            case QueryPlan.Given given -> given.frame();
            case QueryPlan.Select select -> select(select);
            case QueryPlan.Several(var each) ->
                    new Frame(each.stream().flatMap(one -> select(one).series().stream()).toList());
            case QueryPlan.Ratio ratio -> ratio(ratio);
            case QueryPlan.BurnRate burnRate -> burnRate(burnRate);
            case QueryPlan.Absent absent -> absent(absent);
            case QueryPlan.Versus(var input, var offset) ->
                    frame(input)
                            .beside(Map.of(QueryPlan.Versus.BEFORE, frame(input.earlier(offset))));
            case QueryPlan.Join(var input, var frames) -> frame(input).beside(frames(frames));
            case QueryPlan.Except(var input, var other) ->
                    Exclusions.leaveOut(frame(input), frame(other));
            case QueryPlan.WhereNow(var input, var comparison, var value) ->
                    Operators.whereNow(frame(input), now -> comparison.holds(now, value));
            case QueryPlan.Top(var input, var count) -> Operators.top(frame(input), count);
            case QueryPlan.Bottom(var input, var count) -> Operators.bottom(frame(input), count);
            case QueryPlan.Arithmetic(
                            var operator,
                            var left,
                            QueryPlan.Operand.Constant(var value)) ->
                    Operators.arithmetic(operator::apply, frame(left), value);
            case QueryPlan.Arithmetic(var operator, var left, QueryPlan.Operand.Plan(var right)) ->
                    Operators.arithmetic(operator::apply, frame(left), frame(right));
            case Applied applied -> applied(applied);
        };
    }

    private Frame applied(Applied plan) {
        var run = new FrameMethods.Run(meter.tenant(), now, meter::check, meter.missing());
        if (plan.method().isSieve() && plan.inputs().getFirst() instanceof Applied inner) {
            var streamed = streams.answer(inner, found -> plan.method().apply(List.of(found), run));
            if (streamed.isPresent()) {
                return streamed.get();
            }
        }
        return streams.answer(plan, UnaryOperator.identity())
                .orElseGet(() ->
                        plan.method().apply(plan.inputs().stream().map(this::frame).toList(), run));
    }

    private Map<String, Frame> frames(Map<String, QueryPlan> plans) {
        var frames = new LinkedHashMap<String, Frame>();
        plans.forEach((name, plan) -> frames.put(name, frame(plan)));
        return frames;
    }

    private Frame select(QueryPlan.Select select) {
        var selected = new Selected(select, select.window().at(now), sources.isHistogram(select));
        var sink = meter.sink(selected.sink());
        var missing = meter.missing().filter(_ -> select.window().endsNow());
        if (missing.isEmpty()) {
            read(select, selected, sink);
            return selected.frame(meter::keep);
        }
        var newest = new NewestTimes(sink);
        read(select, selected, newest);
        var rows = newest.rowsBefore(missing.get().staleAfter(), now, selected::rowOf);
        rows.forEach(missing.get().told());
        return selected.frame(meter::keep).without(rows);
    }

    private void read(QueryPlan.Select select, Selected selected, TierSink sink) {
        var selection = sources.selection(select, selected.range());
        if (selected.needsNewestPointsOnly()) {
            sources.latest(selection, sink);
        } else {
            selected.tier()
                    .ifPresentOrElse(
                            tier -> sources.scanSummed(selection, tier, meter.pointsLeft(), sink),
                            () -> sources.scan(selection, meter.pointsLeft(), sink));
        }
    }

    private Frame ratio(QueryPlan.Ratio ratio) {
        return Ratios.ratio(select(totalled(ratio.part())), select(totalled(ratio.whole())));
    }

    private QueryPlan.Select totalled(QueryPlan.Select select) {
        var type = types.typeOf(sources.tenant(), select.metric());
        return select.reducedBy(
                type == MetricMetadata.Type.GAUGE ? Aggregation.SUM : Aggregation.INCREASE);
    }

    private Frame burnRate(QueryPlan.BurnRate plan) {
        var ratios = new LinkedHashMap<String, Frame>();
        plan.windows()
                .forEach((name, length) -> ratios.put(name, ratio(plan.input().last(length))));
        return Ratios.burn(ratios, plan.objective());
    }

    private Frame absent(QueryPlan.Absent plan) {
        var input = sources.selection(plan.input(), plan.input().window().at(now));
        var absence = new Absence(plan, lastPoints(input));
        var missing = absence.missing(sources.find(input));
        if (missing.isEmpty()) {
            return new Frame(List.of());
        }
        var lookback = plan.past().window().at(now);
        var matchers = new ArrayList<>(input.matchers());
        matchers.addAll(missing);
        return absence.frame(lastPoints(new Selection(input.metric(), matchers, lookback)));
    }

    private List<Series> lastPoints(Selection selection) {
        var last = new LastPoints();
        read(selection, last);
        return last.series();
    }

    private void read(Selection selection, Gathering into) {
        sources.scan(selection, meter.pointsLeft(), meter.sink(into));
    }
}
