// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.anomaly.Anomalies;
import dev.sextant.algorithm.anomaly.DetectorFleet;
import dev.sextant.algorithm.calendar.Calendar;
import dev.sextant.algorithm.calendar.CalendarCourse;
import dev.sextant.algorithm.calendar.CalendarCourse.Ordinary;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Detectors that see each point as it would be on an ordinary day. In special stretches of which no earlier one is known they are
/// not asked, and learn nothing.
final class CalendarWatch implements Watch {
    private final DetectorFleet fleet;
    private final Calendar calendar;
    private final List<CalendarCourse> courses = new ArrayList<>();

    CalendarWatch(DetectorFleet fleet, Calendar calendar) {
        this.fleet = fleet;
        this.calendar = calendar;
    }

    @Override
    public int add() {
        courses.add(new CalendarCourse(calendar));
        return fleet.add();
    }

    @Override
    public void learn(int row, Points points) {
        var ordinary = ordinary(courses.get(row), points.times(), points.values());
        fleet.advanceAll(row, points.times(), values(ordinary));
    }

    @Override
    public Finding judge(int row, Series series) {
        var ordinary = ordinary(courses.get(row).copy(), series.times(), series.values());
        var found = fleet.judge(row, series.times(), values(ordinary));
        var whole =
                new Anomalies(
                        found.score(),
                        found.tail(),
                        moved(found.expected(), ordinary),
                        moved(found.lower(), ordinary),
                        moved(found.upper(), ordinary),
                        found.reason());
        var finding = AnomalyEntries.finding(series, whole);
        return new Finding(finding.row(), finding.sides(), said(finding, ordinary.getLast()));
    }

    private static List<Ordinary> ordinary(CalendarCourse course, long[] times, double[] values) {
        var ordinary = new ArrayList<Ordinary>(times.length);
        for (int i = 0; i < times.length; i++) {
            ordinary.add(course.advance(times[i], values[i]));
        }
        return ordinary;
    }

    private static double[] values(List<Ordinary> ordinary) {
        return ordinary.stream().mapToDouble(Ordinary::value).toArray();
    }

    private static double[] moved(double[] values, List<Ordinary> ordinary) {
        var moved = new double[values.length];
        Arrays.setAll(moved, i -> values[i] + ordinary.get(i).effect());
        return moved;
    }

    private static String said(Finding finding, Ordinary last) {
        if (last.isUnknown()) {
            return "learning: no earlier %s is known".formatted(last.kind());
        }
        return last.kind().isEmpty()
                ? finding.explanation()
                : "%s; for %s as it was before".formatted(finding.explanation(), last.kind());
    }

    @Override
    public int bytesPerRow() {
        return fleet.bytesPerSeries() + new CalendarCourse(calendar).bytes();
    }
}
