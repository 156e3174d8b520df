// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Grouping;
import dev.sextant.query.operator.Reduction;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the selections of a plan: which series, which stretch of time, what becomes of their points.
final class SelectParser {
    private static final Set<String> TOTALS =
            Set.of(
                    "op", "metric", "where", "by", "without", "last", "from", "to", "step",
                    "offset", "of");
    private static final Set<String> SELECT =
            Stream.concat(TOTALS.stream(), Stream.of("aggregate", "quantile"))
                    .collect(Collectors.toUnmodifiableSet());

    private SelectParser() {}

    static QueryPlan.Select select(PlanFields fields) throws InvalidPlanException {
        fields.allow(SELECT);
        return read(fields);
    }

    /// The names that a selection of several metrics means: those of a list, or those that match an expression as a whole.
    static Collection<String> metrics(
            PlanFields fields, Supplier<? extends Collection<String>> known)
            throws InvalidPlanException {
        var metric = fields.require("metric");
        if (!metric.isObject()) {
            var names = fields.texts("metric", metric);
            if (names.isEmpty()) {
                throw fields.fault("metric", "must name one metric or more");
            }
            return names;
        }
        var condition = PlanFields.of(metric, "metric");
        condition.allow(Set.of("regex"));
        var name = regex("metric", condition);
        return known.get().stream().filter(name::matches).toList();
    }

    /// One side of a ratio, which is totalled by what its metric is.
    static QueryPlan.Select total(PlanFields fields) throws InvalidPlanException {
        fields.allow(TOTALS);
        return read(fields);
    }

    private static QueryPlan.Select read(PlanFields fields) throws InvalidPlanException {
        var of = GivenParser.find(fields, "of");
        var grouping = grouping(fields, of);
        return new QueryPlan.Select(
                fields.text("metric"),
                matchers(fields, of),
                window(fields),
                reduction(fields, !(grouping instanceof Grouping.Each)),
                grouping);
    }

    private static List<Matcher> matchers(PlanFields fields, GivenParser.@Nullable Group of)
            throws InvalidPlanException {
        var matchers = new ArrayList<>(of == null ? List.<Matcher>of() : of.matchers());
        var where = fields.find("where");
        if (where == null) {
            return matchers;
        }
        matchers.addAll(conditions(PlanFields.of(where, fields.path("where")), where));
        return matchers;
    }

    static List<Matcher> conditions(PlanFields fields, JsonNode where) throws InvalidPlanException {
        var matchers = new ArrayList<Matcher>();
        for (var condition : where.properties()) {
            matchers.add(matcher(fields, condition.getKey(), condition.getValue()));
        }
        return matchers;
    }

    private static Matcher matcher(PlanFields conditions, String label, JsonNode condition)
            throws InvalidPlanException {
        if (!condition.isObject()) {
            return new Matcher.In(label, conditions.texts(label, condition));
        }
        var fields = PlanFields.of(condition, conditions.path(label));
        fields.allow(Set.of("regex", "not"));
        var not = fields.findTexts("not");
        if (not.isPresent()) {
            return new Matcher.NotIn(label, not.get());
        }
        return regex(label, fields);
    }

    private static Matcher regex(String label, PlanFields fields) throws InvalidPlanException {
        var expression = fields.text("regex");
        try {
            return Matcher.Regex.of(label, expression);
        } catch (IllegalArgumentException problem) {
            throw fields.fault("regex", "is not valid: " + problem.getMessage());
        }
    }

    private static Window window(PlanFields fields) throws InvalidPlanException {
        var offset = fields.findDuration("offset").orElse(Duration.ZERO);
        var last = fields.findDuration("last");
        var from = fields.findTime("from");
        var to = fields.findTime("to");
        if (last.isPresent()) {
            if (from.isPresent() || to.isPresent()) {
                throw fields.fault("last", "stands beside from or to; give one or the other");
            }
            return new Window.Last(last.get(), offset);
        }
        if (from.isEmpty() || to.isEmpty()) {
            throw fields.fault("last", "is missing; give last, or from and to");
        }
        if (from.get() >= to.get()) {
            throw fields.fault("to", "must be after from");
        }
        return new Window.Fixed(
                new TimeRange(Instant.ofEpochMilli(from.get()), Instant.ofEpochMilli(to.get())),
                offset);
    }

    private static Reduction reduction(PlanFields fields, boolean isGrouped)
            throws InvalidPlanException {
        @Nullable Duration step = fields.findDuration("step").orElse(null);
        var name = fields.findText("aggregate");
        if (name.isEmpty()) {
            boolean isReduced = step != null || isGrouped;
            return isReduced ? new Reduction(step, Aggregation.AVG, Double.NaN) : Reduction.none();
        }
        var aggregation = fields.named("aggregate", name.get(), Aggregation.values());
        return new Reduction(step, aggregation, quantile(fields, aggregation));
    }

    private static double quantile(PlanFields fields, Aggregation aggregation)
            throws InvalidPlanException {
        if (aggregation != Aggregation.QUANTILE) {
            return Double.NaN;
        }
        double quantile = fields.number("quantile");
        if (!(quantile >= 0 && quantile <= 1)) {
            throw fields.fault("quantile", "must be between 0 and 1, not " + quantile);
        }
        return quantile;
    }

    private static Grouping grouping(PlanFields fields, GivenParser.@Nullable Group of)
            throws InvalidPlanException {
        var by = fields.findTexts("by");
        var without = fields.findTexts("without");
        if (by.isPresent() && without.isPresent()) {
            throw fields.fault("without", "stands beside by; give one or the other");
        }
        if (of != null && by.isEmpty() && without.isEmpty()) {
            return new Grouping.Among(of.names(), of.rows());
        }
        if (of != null && of.names().size() > 1) {
            throw fields.fault(
                    "of",
                    "names things by several labels (%s): leave out by and without"
                            .formatted(String.join(", ", new TreeSet<>(of.names()))));
        }
        Optional<Grouping> grouped =
                by.<Grouping>map(Grouping.By::new).or(() -> without.map(Grouping.Without::new));
        return grouped.orElseGet(Grouping.Each::new);
    }
}
