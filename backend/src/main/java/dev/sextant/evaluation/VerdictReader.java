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
import java.util.HashSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a script answered. The answer comes out of a sandbox and is trusted in nothing: what does not fit is an
/// error of the script, said in the script's words.
final class VerdictReader {
    private static final int MOST_VERDICTS = 5_000;
    private static final int MOST_CHARTS = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LARGEST_EVIDENCE = 500_000;

    /// Of all verdicts together: many may point at one chart, and each keeps its own copy.
    private static final long LARGEST_EVIDENCE_OF_ALL = 8_000_000;

    private static final int MOST_CHARTS_OF_A_VERDICT = 20;
    private static final int MOST_LABELS = 40;
    private static final int MOST_LANGUAGES = 10;
    private static final int LONGEST_LABEL = 1_024;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");

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
        var drawn = charts.stream().map(chart -> json.valueToTree(chart).toString()).toList();
        long evidence = 0;
        var subjects = new HashSet<Labels>();
        for (var node : given) {
            var verdict = verdict(node, drawn);
            var finding = verdict.finding();
            evidence += finding.evidence().charts().length();
            if (evidence > LARGEST_EVIDENCE_OF_ALL) {
                throw new IllegalArgumentException(
                        "the charts of all verdicts have at most %,d characters as JSON: draw fewer, or use a longer step"
                                .formatted(LARGEST_EVIDENCE_OF_ALL));
            }
            if (!subjects.add(finding.labels())) {
                throw new IllegalArgumentException(
                        "two verdicts about %s; return one per entity"
                                .formatted(shortened(finding.labels().toString())));
            }
            verdicts.add(verdict);
        }
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
        for (var list : List.of("series", "lines", "bands", "areas")) {
            whole.set(list, chart.path(list).isArray() ? chart.path(list) : json.createArrayNode());
        }
        for (var text : List.of("title", "unit")) {
            whole.set(text, chart.path(text).isTextual() ? chart.path(text) : json.nullNode());
        }
        return whole;
    }

    private static Verdict verdict(JsonNode verdict, List<String> drawn) {
        if (verdict.path("charts").size() > MOST_CHARTS_OF_A_VERDICT) {
            throw new IllegalArgumentException(
                    "a verdict has at most %d charts, this one has %d"
                            .formatted(MOST_CHARTS_OF_A_VERDICT, verdict.path("charts").size()));
        }
        var places = new ArrayList<Integer>();
        var charts = new StringJoiner(",", "[", "]");
        for (var place : verdict.path("charts")) {
            if (place.isInt() && place.intValue() >= 0 && place.intValue() < drawn.size()) {
                places.add(place.intValue());
                charts.add(drawn.get(place.intValue()));
            }
        }
        if (charts.length() > LARGEST_EVIDENCE) {
            throw new IllegalArgumentException(
                    "the charts of one verdict have at most %d characters as JSON, these have %d: use a longer step"
                            .formatted(LARGEST_EVIDENCE, charts.length()));
        }
        var evidence =
                new Evidence(
                        number(verdict.path("value")),
                        number(verdict.path("score")),
                        reason(verdict.path("reason")),
                        charts.toString());
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
        if (given.size() > MOST_LABELS) {
            throw new IllegalArgumentException(
                    "a verdict has at most %d labels, this one has %d"
                            .formatted(MOST_LABELS, given.size()));
        }
        for (var label : given.properties()) {
            var value = label.getValue().asText();
            if (Math.max(label.getKey().length(), value.length()) > LONGEST_LABEL) {
                throw new IllegalArgumentException(
                        "the names and values of a verdict's labels have at most %,d characters"
                                .formatted(LONGEST_LABEL));
            }
            pairs.put(label.getKey(), value);
        }
        return Labels.of(pairs);
    }

    private static @Nullable Double number(JsonNode given) {
        return given.isNumber() && Double.isFinite(given.doubleValue())
                ? given.doubleValue()
                : null;
    }

    private static @Nullable Text reason(JsonNode given) {
        var texts = new TreeMap<String, String>();
        if (given.isTextual()) {
            texts.put("en", shortened(given.asText()));
        }
        for (var text : given.properties()) {
            if (LANGUAGE.matcher(text.getKey()).matches() && texts.size() < MOST_LANGUAGES) {
                texts.put(text.getKey(), shortened(text.getValue().asText()));
            }
        }
        return texts.isEmpty() ? null : new Text(texts);
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
