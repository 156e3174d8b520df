// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sextant.ingest.cleaning.Relabeling.Action;
import dev.sextant.ingest.naming.Names;
import dev.sextant.telemetry.BoundedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes steps of drafts, and says which field of which step is wrong.
final class StepReader {
    static final int MOST_STEPS = 100;

    private static final int LONGEST = 1_000;
    private static final int MOST_LABELS = 40;

    private final int number;
    private final StepDraft draft;

    private StepReader(int number, StepDraft draft) {
        this.number = number;
        this.draft = draft;
    }

    /// @throws IllegalArgumentException when a step is not valid; the message names it by its place, from 1
    static List<CleaningStep> read(List<StepDraft> drafts) {
        if (drafts.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "there are %d steps, at most %d are allowed"
                            .formatted(drafts.size(), MOST_STEPS));
        }
        var steps = new ArrayList<CleaningStep>(drafts.size());
        for (var draft : drafts) {
            steps.add(new StepReader(steps.size() + 1, draft).step());
        }
        return List.copyOf(steps);
    }

    private CleaningStep step() {
        var type = draft.type() == null ? "" : draft.type();
        return switch (type) {
            case "relabel" -> relabel();
            case "drop" ->
                    new CleaningStep.Drop(expression("metric", draft.metric(), ".*"), where());
            case "renameMetric" ->
                    new CleaningStep.RenameMetric(
                            metric("from", draft.from()), metric("to", draft.to()));
            case "renameLabel" ->
                    new CleaningStep.RenameLabel(
                            expression("metric", draft.metric(), ".*"),
                            label("from", draft.from()),
                            label("to", draft.to()));
            case "convertUnit" -> convert();
            default ->
                    throw fault(
                            "type \"%s\" is not known: use relabel, drop, renameMetric, renameLabel or convertUnit"
                                    .formatted(type));
        };
    }

    private CleaningStep relabel() {
        var action = action();
        var sources = draft.sourceLabels() == null ? List.<String>of() : draft.sourceLabels();
        if (sources.size() > MOST_LABELS) {
            throw fault("sourceLabels has more than %d names".formatted(MOST_LABELS));
        }
        var target = text("targetLabel", draft.targetLabel());
        if (action.needsTarget() && target.isEmpty()) {
            throw fault("the action %s needs a targetLabel".formatted(action.text()));
        }
        if (action.needsTarget() && action != Action.REPLACE) {
            label("targetLabel", target);
        }
        long modulus = draft.modulus() == null ? 0 : draft.modulus();
        if (action == Action.HASHMOD && modulus < 1) {
            throw fault("the action hashmod needs a modulus of 1 or more");
        }
        return new CleaningStep.Relabel(
                new Relabeling(
                        action,
                        sources,
                        draft.separator() == null ? ";" : text("separator", draft.separator()),
                        expression("regex", draft.regex(), "(.*)"),
                        target,
                        draft.replacement() == null
                                ? "$1"
                                : text("replacement", draft.replacement()),
                        modulus));
    }

    private Action action() {
        var name = draft.action() == null ? "replace" : draft.action();
        return Stream.of(Action.values())
                .filter(action -> action.text().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        fault(
                                "action \"%s\" is not known: use %s"
                                        .formatted(
                                                name,
                                                Stream.of(Action.values())
                                                        .map(Action::text)
                                                        .collect(Collectors.joining(", ")))));
    }

    private Map<String, Pattern> where() {
        var wanted = new HashMap<String, Pattern>();
        var given = draft.where() == null ? Map.<String, String>of() : draft.where();
        if (given.size() > MOST_LABELS) {
            throw fault("where has more than %d labels".formatted(MOST_LABELS));
        }
        given.forEach((label, value) -> wanted.put(label, expression("where." + label, value, "")));
        if (wanted.isEmpty() && draft.metric() == null) {
            throw fault("a drop needs metric or where; \"metric\": \".*\" drops everything");
        }
        return Map.copyOf(wanted);
    }

    private CleaningStep convert() {
        if (draft.metric() == null || draft.metric().isBlank()) {
            throw fault("a convertUnit needs metric, an expression for the names to convert");
        }
        var from = text("from", draft.from());
        var to = text("to", draft.to());
        try {
            return new CleaningStep.ConvertUnit(
                    expression("metric", draft.metric(), ""),
                    UnitConversion.between(from, to),
                    UnitConversion.name(to));
        } catch (IllegalArgumentException unknown) {
            throw fault(String.valueOf(unknown.getMessage()));
        }
    }

    private String metric(String field, @Nullable String name) {
        var text = text(field, name);
        if (!Names.isMetric(text)) {
            throw fault("%s \"%s\" is not a metric name".formatted(field, text));
        }
        return text;
    }

    private String label(String field, @Nullable String name) {
        var text = text(field, name);
        if (!Names.isLabel(text)) {
            throw fault("%s \"%s\" is not a label name".formatted(field, text));
        }
        return text;
    }

    private String text(String field, @Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST) {
            throw fault("%s is longer than %,d characters".formatted(field, LONGEST));
        }
        return text;
    }

    private Pattern expression(String field, @Nullable String expression, String otherwise) {
        var text = expression == null ? otherwise : expression;
        try {
            return BoundedExpression.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw fault("%s /%s/: %s".formatted(field, text, wrong.getDescription()));
        } catch (IllegalArgumentException large) {
            throw fault("%s: %s".formatted(field, large.getMessage()));
        }
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("step %d: %s".formatted(number, what));
    }
}
