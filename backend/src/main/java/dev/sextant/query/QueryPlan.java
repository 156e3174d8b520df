// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Matcher;
import java.util.ArrayList;
import java.util.List;

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

    private static void collect(QueryPlan plan, List<Select> into) {
        switch (plan) {
            case Select select -> into.add(select);
            case WhereNow(var input, _, _) -> collect(input, into);
            case Top(var input, _) -> collect(input, into);
            case Bottom(var input, _) -> collect(input, into);
            case Arithmetic(_, var left, Operand.Plan(var right)) -> {
                collect(left, into);
                collect(right, into);
            }
            case Arithmetic(_, var left, Operand.Constant _) -> collect(left, into);
        }
    }
}
