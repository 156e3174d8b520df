// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Matcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads rows that somebody names.
final class GivenParser {
    private static final int MOST_ROWS = 5_000;

    /// A label that no value of fits: nobody is named.
    private static final Matcher NOBODY = new Matcher.In("nobody", Set.of());

    private GivenParser() {}

    /// Rows whose labels have the same names, to select series of them.
    record Group(Set<String> names, Set<Labels> rows) {
        /// What series of the rows meet, if not only they.
        List<Matcher> matchers() {
            return rows.isEmpty()
                    ? List.of(NOBODY)
                    : names.stream()
                            .<Matcher>map(name -> new Matcher.In(name, values(name)))
                            .toList();
        }

        private Set<String> values(String name) {
            return rows.stream()
                    .map(labels -> String.valueOf(labels.value(name)))
                    .collect(Collectors.toSet());
        }
    }

    static QueryPlan.Given given(PlanFields fields) throws InvalidPlanException {
        fields.allow(Set.of("op", "rows"));
        var rows = fields.require("rows");
        if (!rows.isArray() || rows.size() > MOST_ROWS) {
            throw fields.fault("rows", "must be a list of at most %,d rows".formatted(MOST_ROWS));
        }
        var read = new LinkedHashSet<Labels>();
        for (var row : rows) {
            read.add(labels(PlanFields.of(row, fields.path("rows")), row));
        }
        return new QueryPlan.Given(read);
    }

    private static Labels labels(PlanFields fields, JsonNode row) throws InvalidPlanException {
        var pairs = new HashMap<String, String>();
        for (Map.Entry<String, JsonNode> pair : row.properties()) {
            pairs.put(pair.getKey(), fields.text(pair.getKey()));
        }
        return Labels.of(pairs);
    }

    /// Whom a selection is restricted to; null when it is not.
    static @Nullable Group find(PlanFields fields, String field) throws InvalidPlanException {
        if (fields.find(field) == null) {
            return null;
        }
        var rows = given(fields.object(field)).rows();
        var names =
                new ArrayList<>(
                        new LinkedHashSet<>(rows.stream().map(GivenParser::names).toList()));
        if (names.size() > 1) {
            throw fields.fault(
                    field,
                    "names things that are told apart by different labels (%s, and %s): narrow it to one kind of them"
                            .formatted(names.get(0), names.get(1)));
        }
        return new Group(names.isEmpty() ? Set.of() : names.getFirst(), rows);
    }

    private static Set<String> names(Labels labels) {
        return labels.asMap().keySet();
    }
}
