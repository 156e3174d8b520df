// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Finding;
import dev.sextant.algorithm.Points;
import dev.sextant.laboratory.AlgorithmRuns;
import dev.sextant.laboratory.AlgorithmRuns.Batch;
import dev.sextant.laboratory.AlgorithmRuns.Ending;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.laboratory.Answer;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// Hands the rows of a frame to an algorithm of the tenant's own, as many at once as may cross into the sandbox, and puts what
/// it answers into the shape that all results have.
final class OwnBatches {
    /// A tenth of what may cross at once: a second or two of Python, so that a query that is over ends soon after.
    private static final long MOST_POINTS = 100_000;

    private static final int MOST_SERIES = 1_000;

    /// Numbers that come back, as JSON.
    private static final long MOST_WANTED = 40_000;

    private static final int LONGEST_FORECAST = 10_000;

    private final AlgorithmRuns runs;
    private final OwnApplied applied;
    private final Program program;
    private Duration cpu = Duration.ZERO;

    OwnBatches(AlgorithmRuns runs, OwnApplied applied, Program program) {
        this.runs = runs;
        this.applied = applied;
        this.program = program;
    }

    Frame apply(Frame input, FrameMethods.Run run) {
        var answer = new FrameOfFindings();
        var freshness = Freshness.of(input, run);
        var batch = new ArrayList<Series>();
        long points = 0;
        long wanted = 0;
        for (var series : input.series()) {
            if (series.length() < (program.isForecast() ? 2 : 1)) {
                continue;
            }
            if (batch.size() == MOST_SERIES || points > MOST_POINTS || wanted > MOST_WANTED) {
                flush(batch, freshness, run, answer);
                points = 0;
                wanted = 0;
            }
            batch.add(series);
            points += series.length();
            wanted += wanted(series);
        }
        flush(batch, freshness, run, answer);
        return answer.frame();
    }

    /// CPU time of the sandbox so far.
    Duration cpu() {
        return cpu;
    }

    private void flush(
            List<Series> batch, Freshness freshness, FrameMethods.Run run, FrameOfFindings answer) {
        if (batch.isEmpty()) {
            return;
        }
        run.check().run();
        var wanted = batch.stream().map(this::wanted).toList();
        var options = applied.parameters(program.isForecast());
        switch (runs.run(run.tenant(), program, new Batch(batch, wanted, options, run.now()))) {
            case Ending.Failed(var message, _, _) -> throw new UnfitFramesException(message);
            case Ending.Ran(var answers, var cost) -> {
                cpu = cpu.plus(cost.cpu());
                for (int index = 0; index < batch.size(); index++) {
                    var series = batch.get(index);
                    var found = answers.get(index);
                    if (found.isSilent()) {
                        continue;
                    }
                    answer.add(
                            series.key(),
                            program.isForecast()
                                    ? forecast(series, found)
                                    : freshness.of(series.key(), anomaly(series, found)));
                }
            }
        }
        batch.clear();
    }

    /// How many points of the answer are wanted.
    private int wanted(Series series) {
        if (program.isForecast()) {
            long steps = Math.ceilDiv(applied.to().toMillis(), step(series));
            if (steps > LONGEST_FORECAST) {
                throw new UnfitFramesException(
                        "%s of %s: %,d steps ahead; %,d are allowed: give .last a longer step, or to a shorter time"
                                .formatted(program.title(), series.key(), steps, LONGEST_FORECAST));
            }
            return (int) Math.max(1, steps);
        }
        var kept = applied.kept();
        if (kept.millis() == 0) {
            return Math.min(kept.points(), series.length());
        }
        long since = series.times()[series.length() - 1] - kept.millis();
        int first = 0;
        while (series.times()[first] < since) {
            first++;
        }
        return series.length() - first;
    }

    private static long step(Series series) {
        long first = series.times()[0];
        long last = series.times()[series.length() - 1];
        return Math.max(1, Math.round((last - first) / (series.length() - 1.0)));
    }

    private Finding anomaly(Series series, Answer found) {
        int length = wanted(series);
        var times = Arrays.copyOfRange(series.times(), series.length() - length, series.length());
        var values = Arrays.copyOfRange(series.values(), series.length() - length, series.length());
        var sides = sides(found, times);
        var tail = new double[length];
        Arrays.fill(tail, Double.NaN);
        sides.put("tail", new Points(times, tail));
        return new Finding(new Points(times, values), sides, explanation(found));
    }

    private Finding forecast(Series series, Answer found) {
        long last = series.times()[series.length() - 1];
        long step = step(series);
        var times = new long[wanted(series)];
        Arrays.setAll(times, ahead -> last + (ahead + 1) * step);
        var sides = sides(found, times);
        sides.put("fit", Points.single(last, Double.NaN));
        var finding =
                new Finding(new Points(series.times(), series.values()), sides, explanation(found));
        return applied.kept().of(finding);
    }

    private static LinkedHashMap<String, Points> sides(Answer found, long[] times) {
        var sides = new LinkedHashMap<String, Points>();
        found.sides().forEach((name, numbers) -> sides.put(name, new Points(times, numbers)));
        return sides;
    }

    private String explanation(Answer found) {
        return found.explanation().isEmpty() ? "by " + program.title() : found.explanation();
    }
}
