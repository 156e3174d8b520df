// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.algorithm.Kind;
import dev.sextant.laboratory.LabelledIncident;
import dev.sextant.laboratory.LabelledIncidents;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryResource;
import dev.sextant.query.QueryResult;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Detectors side by side on the tenant's own series and the incidents that were labelled on them. The first three fifths of
/// the range are for learning; what lies in the rest is judged.
@ApplicationScoped
public class Comparison {
    private static final double JUDGED = 0.4;
    private static final int MOST_METHODS = 10;
    private static final long MOST_POINTS = 1_000_000;

    private final QueryEngine engine;
    private final OwnWork own;
    private final LabelledIncidents incidents;
    private final InstantSource clock;

    Comparison(QueryEngine engine, OwnWork own, LabelledIncidents incidents, InstantSource clock) {
        this.engine = engine;
        this.own = own;
        this.incidents = incidents;
        this.clock = clock;
    }

    /// @param judgedFrom from when on scores and incidents count
    /// @param incidents that were labelled as useful, series by series
    /// @param noise that were labelled as noise
    public record Table(
            Instant judgedFrom, Instant judgedTo, long incidents, long noise, List<Line> items) {}

    /// One method on all series.
    ///
    /// @param precision of its alarms, those that met an incident
    /// @param recall of the incidents, those that it found
    /// @param delay how long it took on average to find one
    /// @param microsPerPoint CPU time of the sandbox per point that was read, or time of a built-in method
    /// @param problem why there are no figures; null when there are
    public record Line(
            String method,
            @Nullable Figures figures,
            double microsPerPoint,
            @Nullable String problem) {}

    /// @param delaySeconds from the beginning of an incident to its first point at the border, on average
    public record Figures(
            long found,
            long missed,
            long alarms,
            long falseAlarms,
            double precision,
            double recall,
            double f1,
            double delaySeconds) {
        static Figures of(IncidentCount count) {
            return new Figures(
                    count.found(),
                    count.missed(),
                    count.alarms(),
                    count.falseAlarms(),
                    count.precision(),
                    count.recall(),
                    count.f1(),
                    count.meanDelay().toMillis() / 1_000.0);
        }
    }

    /// @throws IllegalArgumentException in words for the caller when the request is wrong
    public Table compare(TenantId tenant, JsonNode body) {
        var fields =
                OptionFields.of("the request", body).allow(Set.of("query", "methods", "border"));
        var methods = methods(fields);
        double border = fields.number("border", 1);
        var now = clock.instant();
        return switch (engine.run(tenant, fields.node().path("query").toString(), now)) {
            case QueryResult.Refused refused -> throw QueryResource.problem(refused);
            case QueryResult.Answer(var frame, _) -> {
                if (frame.points() > MOST_POINTS) {
                    throw new IllegalArgumentException(
                            "the query has %,d points; methods are compared on %,d at most: give it a longer step or fewer series"
                                    .formatted(frame.points(), MOST_POINTS));
                }
                yield table(new Matter(tenant, frame, border), methods);
            }
        };
    }

    /// What all methods are measured on.
    private record Matter(TenantId tenant, Frame frame, double border) {
        long first() {
            return frame.series().stream()
                    .filter(series -> series.length() > 0)
                    .mapToLong(series -> series.times()[0])
                    .min()
                    .orElse(0);
        }

        long last() {
            return frame.series().stream()
                    .filter(series -> series.length() > 0)
                    .mapToLong(series -> series.times()[series.length() - 1])
                    .max()
                    .orElse(0);
        }

        Duration judged() {
            return Duration.ofMillis(Math.max(1, (long) (JUDGED * (last() - first()))));
        }

        Instant judgedTo() {
            return Instant.ofEpochMilli(last());
        }

        Instant judgedFrom() {
            return judgedTo().minus(judged());
        }
    }

    private static List<ObjectNode> methods(OptionFields fields) {
        var methods = new ArrayList<ObjectNode>();
        for (var method : fields.node().path("methods")) {
            var plan = JsonNodeFactory.instance.objectNode();
            if (method.isTextual()) {
                plan.put("use", method.textValue());
            } else {
                var given = OptionFields.of("a method", method).allow(Set.of("use", "options"));
                plan.put("use", given.node().path("use").asText());
                given.find("options").ifPresent(options -> plan.set("options", options));
            }
            methods.add(plan);
        }
        if (methods.isEmpty() || methods.size() > MOST_METHODS) {
            throw new IllegalArgumentException(
                    "methods must be a list of 1 to %d, such as [\"anomaly.auto\", \"own/night-shift@2\"]"
                            .formatted(MOST_METHODS));
        }
        return methods;
    }

    private Table table(Matter matter, List<ObjectNode> methods) {
        var from = matter.judgedFrom();
        var to = matter.judgedTo();
        var labelled =
                incidents.list(matter.tenant(), "", from, to).stream()
                        .filter(incident -> !incident.stretch().from().isBefore(from))
                        .toList();
        var all =
                matter.frame().series().stream()
                        .flatMap(series -> concerning(series, labelled).stream())
                        .toList();
        long useful = all.stream().filter(LabelledIncident::isUseful).count();
        var lines = methods.stream().map(plan -> line(matter, plan, labelled)).toList();
        return new Table(from, to, useful, all.size() - useful, lines);
    }

    private static List<LabelledIncident> concerning(
            Series series, List<LabelledIncident> labelled) {
        return labelled.stream()
                .filter(incident -> incident.metric().equals(series.key().metric()))
                .filter(incident -> incident.concerns(series.key().labels()))
                .toList();
    }

    private Line line(Matter matter, ObjectNode plan, List<LabelledIncident> labelled) {
        var use = plan.path("use").asText();
        try {
            var scored = scored(matter, plan.put("keepLast", matter.judged().toMillis() + "ms"));
            var count = new IncidentCount(matter.border());
            var scores = scores(scored.frame());
            for (var series : scored.frame().series()) {
                var score = scores.get(series.key().labels());
                if (score != null) {
                    count.add(score.times(), score.values(), concerning(series, labelled));
                }
            }
            double micros = scored.cost().toNanos() / 1_000.0;
            double perPoint = micros / Math.max(1, matter.frame().points());
            return new Line(use, Figures.of(count), perPoint, null);
        } catch (IllegalArgumentException | UnfitFramesException wrong) {
            return new Line(use, null, 0, String.valueOf(wrong.getMessage()));
        }
    }

    private static Map<Labels, Series> scores(Frame frame) {
        var score = frame.sides().get("score");
        if (score == null && !frame.series().isEmpty()) {
            throw new IllegalArgumentException("it scores nothing: name a detector");
        }
        return score == null ? Map.of() : score.byLabels();
    }

    private record Scored(Frame frame, Duration cost) {}

    private Scored scored(Matter matter, ObjectNode plan) {
        var run = new FrameMethods.Run(matter.tenant(), matter.judgedTo(), () -> {});
        if (OwnWork.isMeant(plan)) {
            var batches = own.batches(OwnApplied.of(own, plan), matter.tenant());
            var frame = batches.apply(matter.frame(), run);
            return new Scored(frame, batches.cpu());
        }
        var applied = AppliedAlgorithm.of(plan);
        if (applied.algorithm().kind() != Kind.ANOMALY) {
            throw new IllegalArgumentException("it scores nothing: name a detector");
        }
        long started = System.nanoTime();
        var frame = applied.apply(List.of(matter.frame()), run);
        return new Scored(frame, Duration.ofNanos(System.nanoTime() - started));
    }
}
