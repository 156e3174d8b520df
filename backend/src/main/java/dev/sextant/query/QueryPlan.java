// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.FrameMethods.FrameMethod;
import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Grouping;
import dev.sextant.query.operator.Reduction;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A question about series, as data: it can be checked, kept and run again at another time.
public sealed interface QueryPlan {
    /// All selections of the plan, from left to right: what it reads.
    default List<Select> selections() {
        var found = new ArrayList<Select>();
        collect(this, found);
        return List.copyOf(found);
    }

    /// The series of one metric that meet every matcher: raw points, or reduced, then grouped.
    record Select(
            String metric,
            List<Matcher> matchers,
            Window window,
            Reduction reduction,
            Grouping grouping)
            implements QueryPlan {
        public Select {
            matchers = List.copyOf(matchers);
        }

        Select through(Window other) {
            return new Select(metric, matchers, other, reduction, grouping);
        }

        Select ofMetric(String other) {
            return new Select(other, matchers, window, reduction, grouping);
        }

        Select reducedBy(Aggregation aggregation) {
            var other = new Reduction(reduction.step(), aggregation, Double.NaN);
            return new Select(metric, matchers, window, other, grouping);
        }
    }

    /// Selections of several metrics that differ in nothing else, one after the other. Only asked for by itself: rows of
    /// different metrics may have equal labels.
    record Several(List<Select> each) implements QueryPlan {
        public Several {
            each = List.copyOf(each);
        }
    }

    /// The part over the whole, of totals: increases of counters, sums of gauges.
    record Ratio(Select part, Select whole) implements QueryPlan {
        /// The same ratio over the time before now.
        Ratio last(Duration length) {
            return new Ratio(
                    part.through(new Window.Last(length, part.window().offset())),
                    whole.through(new Window.Last(length, whole.window().offset())));
        }
    }

    /// How fast the error budget of an objective burns, over each of several windows: named sides of the rows, whose
    /// values are the smallest burn.
    ///
    /// @param input a ratio of good events; its own window does not matter
    /// @param objective the ratio that is wanted, between 0 and 1
    /// @param windows in the order and with the names that the author gave
    /// @param factor what rows are compared with; the answer does not depend on it
    record BurnRate(Ratio input, double objective, Map<String, Duration> windows, double factor)
            implements QueryPlan {
        public BurnRate {
            windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
        }
    }

    /// Rows that somebody names, without any points: something to join series to, or to leave out.
    record Given(Set<Labels> rows) implements QueryPlan {
        /// What stands where the name of a metric stands in other rows.
        private static final String NAME = "given";

        public Given {
            rows = Collections.unmodifiableSet(new LinkedHashSet<>(rows));
        }

        Frame frame() {
            return new Frame(
                    rows.stream()
                            .map(labels ->
                                    new Series(
                                            new SeriesKey(NAME, labels),
                                            new long[0],
                                            new double[0]))
                            .toList());
        }
    }

    /// The rows of the input with what they were that much earlier beside them.
    record Versus(QueryPlan input, Duration offset) implements QueryPlan {
        static final String BEFORE = "before";
    }

    /// The series without a point in the window that had one in the lookback before it.
    record Absent(Select input, Duration lookback) implements QueryPlan {
        /// The lookback.
        Select past() {
            return switch (input.window()) {
                case Window.Last(var length, var offset) ->
                        input.through(new Window.Last(lookback, offset.plus(length)));
                case Window.Fixed(var range, var offset) ->
                        input.through(
                                new Window.Fixed(TimeRange.last(lookback, range.from()), offset));
            };
        }
    }

    /// The rows of the input with the rows of equal labels of other plans beside them.
    record Join(QueryPlan input, Map<String, QueryPlan> frames) implements QueryPlan {
        public Join {
            frames = Collections.unmodifiableMap(new LinkedHashMap<>(frames));
        }
    }

    /// The rows of the input but those that a row of the other plan names: by all of that row's labels.
    record Except(QueryPlan input, QueryPlan other) implements QueryPlan {}

    /// What somebody else does with the rows of the inputs, such as an algorithm.
    ///
    /// @param text the same for plans that say the same
    record Applied(List<QueryPlan> inputs, FrameMethod method, String text) implements QueryPlan {
        public Applied {
            inputs = List.copyOf(inputs);
        }
    }

    /// The series of the input whose last value compares as asked.
    record WhereNow(QueryPlan input, Comparison comparison, double value) implements QueryPlan {}

    /// The series with the highest last values, highest first.
    record Top(QueryPlan input, int count) implements QueryPlan {}

    /// The series with the lowest last values, lowest first.
    record Bottom(QueryPlan input, int count) implements QueryPlan {}

    /// Arithmetic on points of equal times: with a number, or with the series of equal labels; series without a partner are left out.
    record Arithmetic(Operator operator, QueryPlan left, Operand right) implements QueryPlan {}

    /// The right side of an arithmetic.
    sealed interface Operand {
        record Plan(QueryPlan plan) implements Operand {}

        record Constant(double value) implements Operand {}
    }

    /// Which pairs of values meet a comparison. NaN meets none but [#DIFFERENT].
    enum Comparison {
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<="),
        EQUAL("=="),
        DIFFERENT("!=");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        boolean holds(double left, double right) {
            return switch (this) {
                case ABOVE -> left > right;
                case AT_LEAST -> left >= right;
                case BELOW -> left < right;
                case AT_MOST -> left <= right;
                case EQUAL -> left == right;
                case DIFFERENT -> left != right;
            };
        }
    }

    /// What is done with two values.
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        OVER;

        double apply(double left, double right) {
            return switch (this) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case OVER -> left / right;
            };
        }
    }

    /// Whether its rows are what somebody else made of series, of which only little stays.
    default boolean isApplied() {
        return switch (this) {
            case Applied _ -> true;
            case Except(var input, _) -> input.isApplied();
            case WhereNow(var input, _, _) -> input.isApplied();
            case Top(var input, _) -> input.isApplied();
            case Bottom(var input, _) -> input.isApplied();
            case Join(var input, var frames) ->
                    input.isApplied() || frames.values().stream().anyMatch(QueryPlan::isApplied);
            case Given _, Select _, Several _, Ratio _, BurnRate _ -> false;
            case Versus _, Absent _, Arithmetic _ -> false;
        };
    }

    /// The values of this plan that much earlier, stamped as if it were now. What filters rows filters none of them, so
    /// that every row of now finds what it was.
    default QueryPlan earlier(Duration by) {
        return switch (this) {
            case Given given -> given;
            case Select select -> select.through(select.window().earlier(by));
            case Several(var each) ->
                    new Several(each.stream().map(one -> (Select) one.earlier(by)).toList());
            case Ratio(var part, var whole) ->
                    new Ratio(
                            part.through(part.window().earlier(by)),
                            whole.through(whole.window().earlier(by)));
            case BurnRate(var input, var objective, var windows, var factor) ->
                    new BurnRate((Ratio) input.earlier(by), objective, windows, factor);
            case Absent(var input, var lookback) ->
                    new Absent((Select) input.earlier(by), lookback);
            case Arithmetic(var operator, var left, Operand.Plan(var right)) ->
                    new Arithmetic(operator, left.earlier(by), new Operand.Plan(right.earlier(by)));
            case Arithmetic(var operator, var left, Operand.Constant constant) ->
                    new Arithmetic(operator, left.earlier(by), constant);
            case WhereNow(var input, _, _) -> input.earlier(by);
            case Top(var input, _) -> input.earlier(by);
            case Bottom(var input, _) -> input.earlier(by);
            case Versus(var input, _) -> input.earlier(by);
            case Join(var input, _) -> input.earlier(by);
            case Except(var input, _) -> input.earlier(by);
            case Applied(var inputs, var method, var text) ->
                    new Applied(
                            inputs.stream().map(input -> input.earlier(by)).toList(),
                            method,
                            text + " earlier by " + by);
        };
    }

    private static void collect(QueryPlan plan, List<Select> into) {
        switch (plan) {
            case Given _ -> {}
            case Select select -> into.add(select);
            case Several(var each) -> into.addAll(each);
            case Ratio(var part, var whole) -> Collections.addAll(into, part, whole);
            case BurnRate(var input, _, var windows, _) ->
                    windows.values().forEach(window -> collect(input.last(window), into));
            case Absent absent -> Collections.addAll(into, absent.input(), absent.past());
            case WhereNow(var input, _, _) -> collect(input, into);
            case Top(var input, _) -> collect(input, into);
            case Bottom(var input, _) -> collect(input, into);
            case Versus(var input, var offset) -> {
                collect(input, into);
                collect(input.earlier(offset), into);
            }
            case Join(var input, var frames) -> {
                collect(input, into);
                frames.values().forEach(frame -> collect(frame, into));
            }
            case Except(var input, var other) -> {
                collect(input, into);
                collect(other, into);
            }
            case Applied(var inputs, _, _) -> inputs.forEach(input -> collect(input, into));
            case Arithmetic(_, var left, Operand.Plan(var right)) -> {
                collect(left, into);
                collect(right, into);
            }
            case Arithmetic(_, var left, Operand.Constant _) -> collect(left, into);
        }
    }
}
