// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Finding;
import dev.sextant.algorithm.Kind;
import dev.sextant.algorithm.Settings;
import dev.sextant.algorithm.Work;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.FrameMethod;
import dev.sextant.query.FrameMethods.Streamed;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// An algorithm with its settings, applied to all rows of frames. Rows of which it says nothing are left out.
///
/// @param kept how much of each row stays in the answer
record AppliedAlgorithm(Algorithm algorithm, Settings settings, Kept kept) implements FrameMethod {
    private static final String BEFORE = "before";
    private static final String METRIC = "metric";
    private static final Set<String> FIELDS =
            Set.of("op", "input", "inputs", "use", "options", "keep", "keepLast");

    static AppliedAlgorithm of(JsonNode plan) {
        var fields = fields(plan);
        var use = fields.find("use").filter(JsonNode::isTextual).map(JsonNode::textValue);
        if (use.isEmpty()) {
            throw new IllegalArgumentException(
                    "an algorithm's operation names it, as in \"use\": \"anomaly.auto\"");
        }
        var algorithm = AlgorithmNames.named(use.get());
        return new AppliedAlgorithm(
                algorithm,
                SettingsReader.read(algorithm, plan.path("options")),
                Kept.of(fields, algorithm.kind()));
    }

    /// Of the operation of any algorithm, built-in or not.
    static OptionFields fields(JsonNode plan) {
        return OptionFields.of("an algorithm's operation", plan).allow(FIELDS);
    }

    @Override
    public Optional<Streamed> streamed() {
        return algorithm.recipe().work() instanceof Work.Online(var start)
                ? Optional.of(new WatchedRows.Method(start, settings, kept))
                : Optional.empty();
    }

    @Override
    public Frame apply(List<Frame> inputs, FrameMethods.Run run) {
        return switch (algorithm.recipe().work()) {
            case Work.OfEach(var each) -> applyEach(each, only(algorithm.name(), inputs), run);
            case Work.Online(var start) ->
                    applyEach(start::look, only(algorithm.name(), inputs), run);
            case Work.OfAll(var all) -> applyAll(all, inputs, run);
            case Work.OfTwo(var two) -> applyTwo(two, inputs, run);
        };
    }

    static Frame only(String algorithm, List<Frame> inputs) {
        if (inputs.size() > 1) {
            throw new UnfitFramesException("%s looks at one frame".formatted(algorithm));
        }
        return inputs.getFirst();
    }

    private Frame applyEach(Work.EachSeries each, Frame input, FrameMethods.Run run) {
        var answer = new FrameOfFindings();
        var freshness = Freshness.of(input, run);
        for (var series : input.series()) {
            run.check().run();
            look(each, series)
                    .map(found -> kept.of(found))
                    .map(found ->
                            algorithm.kind() == Kind.ANOMALY
                                    ? freshness.of(series.key(), found)
                                    : found)
                    .ifPresent(found -> answer.add(series.key(), found));
        }
        return answer.frame();
    }

    private Optional<Finding> look(Work.EachSeries each, Series series) {
        try {
            return each.look(series, settings);
        } catch (IllegalArgumentException problem) {
            throw new UnfitFramesException(
                    "%s of %s: %s".formatted(algorithm.name(), series.key(), problem.getMessage()),
                    problem);
        }
    }

    private Frame applyAll(Work.AllSeries all, List<Frame> inputs, FrameMethods.Run run) {
        var rows = new ArrayList<Work.Row>();
        for (var input : inputs) {
            run.check().run();
            var before = input.sides().getOrDefault(BEFORE, new Frame(List.of())).byLabels();
            for (var series : input.series()) {
                rows.add(
                        new Work.Row(
                                inputs.size() > 1 ? named(series) : series,
                                Optional.ofNullable(before.get(series.key().labels()))));
            }
        }
        return named(() -> all.look(rows, settings));
    }

    private Frame applyTwo(Work.TwoFrames two, List<Frame> inputs, FrameMethods.Run run) {
        if (inputs.size() > 2) {
            throw new UnfitFramesException("%s looks at two frames".formatted(algorithm.name()));
        }
        run.check().run();
        var others = inputs.stream().skip(1).findFirst().map(Frame::series);
        return named(() -> two.look(inputs.getFirst().series(), others, settings));
    }

    private Frame named(Supplier<List<Work.Named>> work) {
        var answer = new FrameOfFindings();
        try {
            work.get().forEach(found -> answer.add(found.series().key(), kept.of(found.finding())));
        } catch (IllegalArgumentException problem) {
            throw new UnfitFramesException(algorithm.name() + ": " + problem.getMessage(), problem);
        }
        return answer.frame();
    }

    /// Rows of several frames may have the same labels: the name of the metric tells them apart.
    private static Series named(Series series) {
        var key = series.key();
        var labels = key.labels().with(METRIC, key.metric());
        return new Series(new SeriesKey(key.metric(), labels), series.times(), series.values());
    }

    /// How much of each row stays.
    ///
    /// @param points of a row at most
    /// @param millis before the last point of a row at most; 0: no matter
    record Kept(int points, long millis) {
        /// From how many points on a row is asked for to be looked at by somebody, and not to be judged slot by slot.
        private static final int MANY = 100;

        private static final int MOST = 1_000_000;
        private static final Map<Kind, Integer> USUAL = Map.of(Kind.ANOMALY, 20, Kind.FORECAST, 20);

        static Kept of(OptionFields fields, Kind kind) {
            int points = fields.whole("keep", USUAL.getOrDefault(kind, MOST), MOST);
            var length =
                    fields.find("keepLast")
                            .map(value -> new GivenValue(fields, "keepLast", value))
                            .map(value ->
                                    value.length(Duration.ofMillis(1), Duration.ofDays(3_660)));
            return length.map(value -> new Kept(MOST, value.toMillis()))
                    .orElse(new Kept(points, 0));
        }

        boolean isFew() {
            return millis == 0 && points <= MANY;
        }

        Finding of(Finding found) {
            int length = found.row().length();
            if (millis == 0 || length == 0) {
                return found.last(points);
            }
            return found.since(found.row().times()[length - 1] - millis);
        }
    }
}
