// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Text;
import dev.sextant.dashboard.Chart;
import dev.sextant.telemetry.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what a script answered. The answer comes out of a sandbox and is trusted in nothing: what does not fit is an
/// error of the script, said in the script's words.
final class VerdictReader {
    private static final int MOST_VERDICTS = 5_000;
    private static final int MOST_CHARTS = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LARGEST_EVIDENCE = 500_000;

    private final ObjectMapper json;

    VerdictReader(ObjectMapper json) {
        this.json = json.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    }

    /// @throws IllegalArgumentException with a sentence for the script's author
    Verdicts read(JsonNode result) {
        var charts = charts(result.path("charts"));
        var verdicts = new ArrayList<Verdict>();
        var given = result.path("verdicts");
        if (given.size() > MOST_VERDICTS) {
            throw new IllegalArgumentException(
                    "a rule gives at most %d verdicts at a time, this one gave %d: narrow with .where or .top"
                            .formatted(MOST_VERDICTS, given.size()));
        }
        given.forEach(verdict -> verdicts.add(verdict(verdict, charts)));
        return new Verdicts(verdicts, result.path("judged").asBoolean(), charts);
    }

    private List<Chart> charts(JsonNode given) {
        if (given.size() > MOST_CHARTS) {
            throw new IllegalArgumentException(
                    "a rule draws at most %d charts at a time, this one drew %d"
                            .formatted(MOST_CHARTS, given.size()));
        }
        var charts = new ArrayList<Chart>();
        for (var chart : given) {
            charts.add(chart(chart));
        }
        return charts;
    }

    private Chart chart(JsonNode chart) {
        try {
            return json.treeToValue(withLists(chart), Chart.class);
        } catch (JsonProcessingException wrong) {
            // Only a chart's own sentence is for authors; the library's would name our classes.
            var own =
                    wrong.getCause() instanceof IllegalArgumentException bound
                            ? bound.getMessage()
                            : null;
            throw new IllegalArgumentException(
                    own != null ? own : "a chart must be made by chart(...)", wrong);
        }
    }

    private JsonNode withLists(JsonNode chart) {
        var whole = json.createObjectNode();
        for (var list : List.of("series", "lines", "areas")) {
            whole.set(list, chart.path(list).isArray() ? chart.path(list) : json.createArrayNode());
        }
        for (var text : List.of("title", "unit")) {
            whole.set(text, chart.path(text).isTextual() ? chart.path(text) : json.nullNode());
        }
        return whole;
    }

    private Verdict verdict(JsonNode verdict, List<Chart> charts) {
        var places = new ArrayList<Integer>();
        var evidenceCharts = json.createArrayNode();
        for (var place : verdict.path("charts")) {
            if (place.isInt() && place.intValue() >= 0 && place.intValue() < charts.size()) {
                places.add(place.intValue());
                evidenceCharts.add(json.valueToTree(charts.get(place.intValue())));
            }
        }
        var drawn = evidenceCharts.toString();
        if (drawn.length() > LARGEST_EVIDENCE) {
            throw new IllegalArgumentException(
                    "the charts of one verdict have at most %d characters as JSON, these have %d: use a longer step"
                            .formatted(LARGEST_EVIDENCE, drawn.length()));
        }
        var evidence =
                new Evidence(
                        number(verdict.path("value")),
                        number(verdict.path("score")),
                        reason(verdict.path("reason")),
                        drawn);
        return new Verdict(finding(verdict, labels(verdict.path("labels")), evidence), places);
    }

    private static Finding finding(JsonNode verdict, Labels labels, Evidence evidence) {
        return switch (verdict.path("kind").asText()) {
            case "fire" -> new Finding.Fire(labels, severity(verdict), evidence);
            case "clear" -> new Finding.Clear(labels, evidence);
            case "suppressed" -> new Finding.Suppressed(labels, severity(verdict), evidence);
            case "unknown" -> new Finding.Unknown(labels, evidence);
            default ->
                    throw new IllegalArgumentException(
                            "\"%s\" is no verdict: use fire, clear, suppressed or unknown"
                                    .formatted(verdict.path("kind").asText()));
        };
    }

    private static Severity severity(JsonNode verdict) {
        var given = verdict.path("severity");
        return given.isTextual() ? Severity.of(given.asText()) : Severity.WARNING;
    }

    private static Labels labels(JsonNode given) {
        var pairs = new TreeMap<String, String>();
        given.properties().forEach(label -> pairs.put(label.getKey(), label.getValue().asText()));
        return Labels.of(pairs);
    }

    private static @Nullable Double number(JsonNode given) {
        return given.isNumber() ? given.doubleValue() : null;
    }

    private static @Nullable Text reason(JsonNode given) {
        var texts = new TreeMap<String, String>();
        if (given.isTextual()) {
            texts.put("en", shortened(given.asText()));
        }
        given.properties()
                .forEach(text -> texts.put(text.getKey(), shortened(text.getValue().asText())));
        return texts.isEmpty() ? null : new Text(texts);
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
