// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.query.QueryPlan.Comparison;
import dev.sextant.query.QueryPlan.Operand;
import dev.sextant.query.QueryPlan.Operator;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads plans from JSON, the same from scripts and from the REST surface. What is not understood is refused by name.
public final class PlanParser {
    private static final int MAX_DEPTH = 32;
    private static final Set<String> SELECT =
            Set.of(
                    "op",
                    "metric",
                    "where",
                    "by",
                    "without",
                    "last",
                    "from",
                    "to",
                    "step",
                    "offset",
                    "aggregate",
                    "quantile");
    private static final Set<String> OPERATIONS =
            Set.of("select", "whereNow", "top", "bottom", "arithmetic");

    private final ObjectMapper json = new ObjectMapper();

    public QueryPlan parse(String plan) throws InvalidPlanException {
        try {
            return plan(json.readTree(plan), "", 0);
        } catch (JsonProcessingException problem) {
            throw new InvalidPlanException("the plan is not JSON: " + problem.getOriginalMessage());
        }
    }

    private static QueryPlan plan(JsonNode node, String path, int depth)
            throws InvalidPlanException {
        if (depth > MAX_DEPTH) {
            throw new InvalidPlanException(
                    "the plan is nested deeper than %d operations".formatted(MAX_DEPTH));
        }
        var fields = PlanFields.of(node, path);
        var operation = fields.findText("op").orElse("select");
        return switch (operation) {
            case "select" -> select(fields);
            case "whereNow" -> {
                fields.allow(Set.of("op", "input", "comparison", "value"));
                yield new QueryPlan.WhereNow(
                        input(fields, "input", depth), comparison(fields), fields.number("value"));
            }
            case "top" -> {
                fields.allow(Set.of("op", "input", "count"));
                yield new QueryPlan.Top(input(fields, "input", depth), fields.count("count"));
            }
            case "bottom" -> {
                fields.allow(Set.of("op", "input", "count"));
                yield new QueryPlan.Bottom(input(fields, "input", depth), fields.count("count"));
            }
            case "arithmetic" -> {
                fields.allow(Set.of("op", "operator", "left", "right"));
                yield new QueryPlan.Arithmetic(
                        operator(fields), input(fields, "left", depth), operand(fields, depth));
            }
            default -> throw oneOf(fields, "op", operation, OPERATIONS);
        };
    }

    private static QueryPlan input(PlanFields fields, String field, int depth)
            throws InvalidPlanException {
        return plan(fields.require(field), fields.path(field), depth + 1);
    }

    private static Operand operand(PlanFields fields, int depth) throws InvalidPlanException {
        return fields.require("right").isNumber()
                ? new Operand.Constant(fields.number("right"))
                : new Operand.Plan(input(fields, "right", depth));
    }

    private static Comparison comparison(PlanFields fields) throws InvalidPlanException {
        var symbol = fields.text("comparison");
        for (var known : Comparison.values()) {
            if (known.symbol().equals(symbol)) {
                return known;
            }
        }
        throw fields.fault("comparison", "must be one of > >= < <= == !=, not \"" + symbol + '"');
    }

    private static Operator operator(PlanFields fields) throws InvalidPlanException {
        return named(fields, "operator", fields.text("operator"), Operator.values());
    }

    private static QueryPlan select(PlanFields fields) throws InvalidPlanException {
        fields.allow(SELECT);
        var grouping = grouping(fields);
        return new QueryPlan.Select(
                fields.text("metric"),
                matchers(fields),
                window(fields),
                reduction(fields, !(grouping instanceof Grouping.Each)),
                grouping);
    }

    private static List<Matcher> matchers(PlanFields fields) throws InvalidPlanException {
        var where = fields.find("where");
        if (where == null) {
            return List.of();
        }
        var conditions = PlanFields.of(where, fields.path("where"));
        var matchers = new ArrayList<Matcher>();
        for (var condition : where.properties()) {
            matchers.add(matcher(conditions, condition.getKey(), condition.getValue()));
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
        var aggregation = named(fields, "aggregate", name.get(), Aggregation.values());
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

    private static Grouping grouping(PlanFields fields) throws InvalidPlanException {
        var by = fields.findTexts("by");
        var without = fields.findTexts("without");
        if (by.isPresent() && without.isPresent()) {
            throw fields.fault("without", "stands beside by; give one or the other");
        }
        Optional<Grouping> grouped =
                by.<Grouping>map(Grouping.By::new).or(() -> without.map(Grouping.Without::new));
        return grouped.orElseGet(Grouping.Each::new);
    }

    private static <E extends Enum<E>> E named(
            PlanFields fields, String field, String name, E[] values) throws InvalidPlanException {
        for (var value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                return value;
            }
        }
        var known =
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        throw oneOf(fields, field, name, known);
    }

    private static InvalidPlanException oneOf(
            PlanFields fields, String field, String name, Set<String> known) {
        return fields.fault(
                field,
                "must be one of %s, not \"%s\""
                        .formatted(
                                known.stream().sorted().collect(Collectors.joining(", ")), name));
    }
}
