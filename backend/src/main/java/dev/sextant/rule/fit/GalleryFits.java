// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.fit;

import dev.sextant.sdk.gallery.Gallery;
import dev.sextant.sdk.gallery.GalleryRule;
import dev.sextant.telemetry.MetricFits;
import dev.sextant.telemetry.MetricMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Scores the rules of the gallery against a metric: by the words of the names, the unit that a name's end says, and the
/// labels that the rule groups by. Nothing fits by unit and labels alone.
@ApplicationScoped
public class GalleryFits implements MetricFits {
    private static final double WORDS = 0.6;
    private static final double UNIT = 0.2;
    private static final double LABELS = 0.2;
    private static final double LEAST = 0.3;

    private static final Pattern READS = Pattern.compile("\\.metric\\(\\s*[\"']([^\"']+)[\"']");
    private static final Pattern GROUPS = Pattern.compile("\\.by\\(([^)]*)\\)");
    private static final Pattern TEXT = Pattern.compile("[\"']([^\"']+)[\"']");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    /// Words that say the same, by the one that stands for them.
    private static final Map<String, String> SAME =
            Map.of(
                    "mem", "memory",
                    "disk", "filesystem",
                    "fs", "filesystem",
                    "processor", "cpu",
                    "utilization", "usage",
                    "utilisation", "usage",
                    "used", "usage",
                    "node", "host",
                    "system", "host",
                    "load5", "load");

    /// Words that say how a value is counted, or where it comes from, and not what is measured.
    private static final Set<String> SAYS_NOTHING =
            Set.of("host", "ratio", "percent", "bytes", "seconds", "total", "5m", "1m");

    private final List<Ready> ready =
            Gallery.list().stream().map(GalleryFits::ready).flatMap(Optional::stream).toList();

    private record Ready(GalleryRule rule, String metric, Set<String> labels) {}

    private static Optional<Ready> ready(GalleryRule rule) {
        var reads = READS.matcher(rule.source());
        if (!reads.find()) {
            return Optional.empty();
        }
        var groups = GROUPS.matcher(rule.source());
        var labels =
                groups.find()
                        ? TEXT.matcher(groups.group(1))
                                .results()
                                .map(label -> label.group(1))
                                .collect(Collectors.toSet())
                        : Set.<String>of();
        return Optional.of(new Ready(rule, reads.group(1), labels));
    }

    @Override
    public List<Fit> fits(MetricMetadata metric, Set<String> labels) {
        return ready.stream()
                .map(one -> fit(one, metric, labels))
                .filter(fit -> fit.score() >= LEAST)
                .sorted(Comparator.comparing(Fit::score).reversed().thenComparing(Fit::rule))
                .toList();
    }

    private static Fit fit(Ready ready, MetricMetadata metric, Set<String> labels) {
        var reasons = new LinkedHashMap<String, String>();
        boolean isItself = metric.metric().equals(ready.metric());
        double score = isItself ? 1 : likeness(ready, metric, labels, reasons);
        if (isItself) {
            reasons.put("metric", ready.metric());
        }
        var rule = ready.rule();
        return new Fit(
                rule.id(), rule.language(), rule.title(), ready.metric(), rounded(score), reasons);
    }

    private static double likeness(
            Ready ready, MetricMetadata metric, Set<String> labels, Map<String, String> reasons) {
        var wanted = words(ready.metric());
        var shared = shared(wanted, words(metric.metric()));
        if (shared.isEmpty()) {
            return 0;
        }
        reasons.put("words", String.join(", ", shared));
        double score = WORDS * shared.size() / wanted.size();
        var unit = unit(ready.metric(), "");
        if (!unit.isEmpty() && unit.equals(unit(metric.metric(), metric.unit()))) {
            reasons.put("unit", unit);
            score += UNIT;
        }
        var common = shared(ready.labels(), labels);
        if (!common.isEmpty()) {
            reasons.put("labels", String.join(", ", common));
            score += LABELS * common.size() / ready.labels().size();
        }
        return score;
    }

    private static Set<String> words(String name) {
        var words =
                Arrays.stream(BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT)))
                        .map(word -> SAME.getOrDefault(word, word))
                        .collect(Collectors.toCollection(HashSet::new));
        words.removeAll(SAYS_NOTHING);
        words.remove("");
        return words;
    }

    private static String unit(String name, String told) {
        if (!told.isEmpty()) {
            return told;
        }
        if (name.endsWith("_ratio")) {
            return "1";
        }
        return name.endsWith("_bytes") ? "By" : name.endsWith("_seconds") ? "s" : "";
    }

    private static Set<String> shared(Set<String> left, Set<String> right) {
        var shared = new TreeSet<>(left);
        shared.retainAll(right);
        return shared;
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
