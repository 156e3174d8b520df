// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.query.QueryPlan.Comparison;
import dev.sextant.query.QueryPlan.Operand;
import dev.sextant.query.QueryPlan.Operator;
import dev.sextant.telemetry.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Reads plans from JSON, the same from scripts and from the REST surface. What is not understood is refused by name.
public final class PlanParser {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_SELECTIONS = 100;
    private static final int MAX_METRICS = 10_000;
    private static final int MAX_JOINED = 10;
    private static final int MAX_WINDOWS = 6;
    private static final Set<String> OPERATIONS =
            Set.of(
                    "select",
                    "given",
                    "ratio",
                    "burnRate",
                    "versus",
                    "absent",
                    "join",
                    "except",
                    "whereNow",
                    "top",
                    "bottom",
                    "arithmetic");

    private final ObjectMapper json = new ObjectMapper();
    private final FrameMethods methods;

    public PlanParser() {
        this(FrameMethods.none());
    }

    /// @param methods what plans may do beyond the operations of this room
    public PlanParser(FrameMethods methods) {
        this.methods = methods;
    }

    public QueryPlan parse(String plan) throws InvalidPlanException {
        return checked(tree(plan));
    }

    private JsonNode tree(String plan) throws InvalidPlanException {
        try {
            return json.readTree(plan);
        } catch (JsonProcessingException problem) {
            throw new InvalidPlanException("the plan is not JSON: " + problem.getOriginalMessage());
        }
    }

    private QueryPlan checked(JsonNode tree) throws InvalidPlanException {
        var parsed = plan(tree, "", 0);
        long selections = size(parsed);
        if (selections > MAX_SELECTIONS) {
            throw new InvalidPlanException(
                    "the plan makes %,d selections of series; it may make %d"
                            .formatted(selections, MAX_SELECTIONS));
        }
        return parsed;
    }

    /// Reads a plan that is asked for by itself: also a selection of several metrics, by a list of their names or by an
    /// expression that a whole name matches.
    ///
    /// @param metrics what names there are
    public QueryPlan parse(String plan, Supplier<? extends Collection<String>> metrics)
            throws InvalidPlanException {
        var tree = tree(plan);
        var metric = tree.path("metric");
        boolean isSelection = tree.path("op").asText("select").equals("select");
        return isSelection && metric.isContainerNode()
                ? several((ObjectNode) tree, metrics)
                : checked(tree);
    }

    private static QueryPlan.Several several(
            ObjectNode tree, Supplier<? extends Collection<String>> metrics)
            throws InvalidPlanException {
        var names = SelectParser.metrics(PlanFields.of(tree, ""), metrics);
        if (names.size() > MAX_METRICS) {
            throw new InvalidPlanException(
                    "field metric names %,d metrics; it may name %,d"
                            .formatted(names.size(), MAX_METRICS));
        }
        // The fields are checked even when no metric has such a name.
        var one = SelectParser.select(PlanFields.of(tree.put("metric", "any"), ""));
        return new QueryPlan.Several(names.stream().map(one::ofMetric).toList());
    }

    /// Conditions on labels, as in the `where` of a plan.
    public static List<Matcher> matchers(JsonNode where) throws InvalidPlanException {
        return SelectParser.conditions(PlanFields.of(where, "where"), where);
    }

    /// How many selections a plan makes, told without making them: a comparison doubles what it compares.
    private static long size(QueryPlan plan) {
        return switch (plan) {
            case QueryPlan.Given _ -> 0;
            case QueryPlan.Select _ -> 1;
            case QueryPlan.Several(var each) -> each.size();
            case QueryPlan.Ratio _, QueryPlan.Absent _ -> 2;
            case QueryPlan.BurnRate(_, _, var windows, _) -> 2L * windows.size();
            case QueryPlan.Versus(var input, _) -> 2 * size(input);
            case QueryPlan.Join(var input, var frames) ->
                    size(input) + frames.values().stream().mapToLong(PlanParser::size).sum();
            case QueryPlan.Except(var input, var other) -> size(input) + size(other);
            case QueryPlan.Applied(var inputs, _, _) ->
                    inputs.stream().mapToLong(PlanParser::size).sum();
            case QueryPlan.WhereNow(var input, _, _) -> size(input);
            case QueryPlan.Top(var input, _) -> size(input);
            case QueryPlan.Bottom(var input, _) -> size(input);
            case QueryPlan.Arithmetic(_, var left, Operand.Plan(var right)) ->
                    size(left) + size(right);
            case QueryPlan.Arithmetic(_, var left, Operand.Constant _) -> size(left);
        };
    }

    private QueryPlan plan(JsonNode node, String path, int depth) throws InvalidPlanException {
        if (depth > MAX_DEPTH) {
            throw new InvalidPlanException(
                    "the plan is nested deeper than %d operations".formatted(MAX_DEPTH));
        }
        var fields = PlanFields.of(node, path);
        var operation = fields.findText("op").orElse("select");
        return switch (operation) {
            case "select" -> SelectParser.select(fields);
            case "given" -> GivenParser.given(fields);
            case "ratio" -> ratio(fields);
            case "burnRate" -> burnRate(fields);
            case "absent" -> absent(fields);
            case "versus" -> versus(fields, depth);
            case "join" -> join(fields, depth);
            case "except" -> except(fields, depth);
            case "whereNow" -> whereNow(fields, depth);
            case "top" -> new QueryPlan.Top(counted(fields, depth), fields.count("count"));
            case "bottom" -> new QueryPlan.Bottom(counted(fields, depth), fields.count("count"));
            case "arithmetic" -> arithmetic(fields, depth);
            default -> applied(node, fields, depth);
        };
    }

    private static QueryPlan.Ratio ratio(PlanFields fields) throws InvalidPlanException {
        fields.allow(Set.of("op", "part", "whole"));
        return new QueryPlan.Ratio(
                SelectParser.total(fields.object("part")),
                SelectParser.total(fields.object("whole")));
    }

    private static QueryPlan burnRate(PlanFields fields) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "objective", "windows", "factor"));
        var input = fields.object("input");
        if (!input.findText("op").equals(Optional.of("ratio"))) {
            throw fields.fault("input", "must be a plan with \"op\": \"ratio\"");
        }
        double objective = fields.number("objective");
        if (!(objective > 0 && objective < 1)) {
            throw fields.fault("objective", "must lie between 0 and 1, not " + objective);
        }
        var windows = fields.durations("windows");
        if (windows.isEmpty() || windows.size() > MAX_WINDOWS) {
            throw fields.fault("windows", "must be 1 to %d durations".formatted(MAX_WINDOWS));
        }
        double factor = fields.number("factor");
        if (!(factor > 0)) {
            throw fields.fault("factor", "must be above 0, not " + factor);
        }
        return new QueryPlan.BurnRate(ratio(input), objective, windows, factor);
    }

    private static QueryPlan absent(PlanFields fields) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "lookback"));
        return new QueryPlan.Absent(
                SelectParser.total(fields.object("input")), fields.duration("lookback"));
    }

    private QueryPlan versus(PlanFields fields, int depth) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "offset"));
        return new QueryPlan.Versus(input(fields, "input", depth), fields.duration("offset"));
    }

    private QueryPlan join(PlanFields fields, int depth) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "frames"));
        var named = fields.object("frames");
        var frames = new LinkedHashMap<String, QueryPlan>();
        for (Map.Entry<String, JsonNode> frame : fields.require("frames").properties()) {
            frames.put(
                    frame.getKey(), plan(frame.getValue(), named.path(frame.getKey()), depth + 1));
        }
        if (frames.isEmpty() || frames.size() > MAX_JOINED) {
            throw fields.fault("frames", "must hold 1 to %d plans".formatted(MAX_JOINED));
        }
        return new QueryPlan.Join(input(fields, "input", depth), frames);
    }

    private QueryPlan except(PlanFields fields, int depth) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "other"));
        return new QueryPlan.Except(input(fields, "input", depth), input(fields, "other", depth));
    }

    private QueryPlan whereNow(PlanFields fields, int depth) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "comparison", "value"));
        return new QueryPlan.WhereNow(
                input(fields, "input", depth), comparison(fields), fields.number("value"));
    }

    private QueryPlan counted(PlanFields fields, int depth) throws InvalidPlanException {
        fields.allow(Set.of("op", "input", "count"));
        return input(fields, "input", depth);
    }

    private QueryPlan arithmetic(PlanFields fields, int depth) throws InvalidPlanException {
        fields.allow(Set.of("op", "operator", "left", "right"));
        var operator = fields.named("operator", fields.text("operator"), Operator.values());
        return new QueryPlan.Arithmetic(
                operator, input(fields, "left", depth), operand(fields, depth));
    }

    private QueryPlan.Applied applied(JsonNode node, PlanFields fields, int depth)
            throws InvalidPlanException {
        var operation = fields.text("op");
        if (!methods.operations().contains(operation)) {
            var known = new TreeSet<>(OPERATIONS);
            known.addAll(methods.operations());
            throw fields.notOneOf("op", operation, known);
        }
        var inputs = new ArrayList<QueryPlan>();
        if (fields.find("inputs") == null) {
            inputs.add(input(fields, "input", depth));
        } else {
            int place = 0;
            for (var input : fields.list("inputs", MAX_JOINED)) {
                inputs.add(plan(input, fields.path("inputs") + "." + place++, depth + 1));
            }
        }
        try {
            return new QueryPlan.Applied(inputs, methods.find(operation, node), node.toString());
        } catch (IllegalArgumentException problem) {
            throw new InvalidPlanException(String.valueOf(problem.getMessage()));
        }
    }

    private QueryPlan input(PlanFields fields, String field, int depth)
            throws InvalidPlanException {
        return plan(fields.require(field), fields.path(field), depth + 1);
    }

    private Operand operand(PlanFields fields, int depth) throws InvalidPlanException {
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
}
