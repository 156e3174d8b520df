// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.laboratory.LabelledIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How scores meet what was labelled: an incident is found when one of its points is at the border or above, and an alarm (a
/// run of such points, short breaks within) is right when it meets an incident that was useful. What was labelled noise, and
/// what nobody labelled, is no incident.
final class IncidentCount {
    private static final int LONGEST_BREAK = 5;

    private final double border;
    private long found;
    private long missed;
    private long right;
    private long wrong;
    private long points;
    private Duration delay = Duration.ZERO;

    IncidentCount(double border) {
        this.border = border;
    }

    /// Takes in one series.
    ///
    /// @param incidents that speak of it and lie within its times
    void add(long[] times, double[] scores, List<LabelledIncident> incidents) {
        points += times.length;
        var useful = incidents.stream().filter(LabelledIncident::isUseful).toList();
        for (var incident : useful) {
            int first = firstHit(times, scores, incident);
            if (first < 0) {
                missed++;
            } else {
                found++;
                long late = times[first] - incident.stretch().from().toEpochMilli();
                delay = delay.plusMillis(Math.max(0, late));
            }
        }
        for (var alarm : alarms(times, scores)) {
            if (useful.stream().anyMatch(incident -> meets(alarm, incident))) {
                right++;
            } else {
                wrong++;
            }
        }
    }

    private record Alarm(long from, long to) {}

    private int firstHit(long[] times, double[] scores, LabelledIncident incident) {
        for (int index = 0; index < times.length; index++) {
            boolean isWithin =
                    times[index] >= incident.stretch().from().toEpochMilli()
                            && times[index] <= incident.stretch().to().toEpochMilli();
            if (isWithin && scores[index] >= border) {
                return index;
            }
        }
        return -1;
    }

    private List<Alarm> alarms(long[] times, double[] scores) {
        var alarms = new ArrayList<Alarm>();
        int first = -1;
        int last = -1;
        for (int index = 0; index < times.length; index++) {
            if (first >= 0 && index - last > LONGEST_BREAK) {
                alarms.add(new Alarm(times[first], times[last]));
                first = -1;
            }
            if (scores[index] >= border) {
                first = first < 0 ? index : first;
                last = index;
            }
        }
        if (first >= 0) {
            alarms.add(new Alarm(times[first], times[last]));
        }
        return alarms;
    }

    private static boolean meets(Alarm alarm, LabelledIncident incident) {
        return alarm.from() <= incident.stretch().to().toEpochMilli()
                && alarm.to() >= incident.stretch().from().toEpochMilli();
    }

    long found() {
        return found;
    }

    long missed() {
        return missed;
    }

    long alarms() {
        return right + wrong;
    }

    long falseAlarms() {
        return wrong;
    }

    long points() {
        return points;
    }

    /// Of all alarms, those that met an incident; 1 when there was none.
    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /// Of all incidents, those that were found; 1 when there was none.
    double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /// How long it took on average to find what was found.
    Duration meanDelay() {
        return found == 0 ? Duration.ZERO : delay.dividedBy(found);
    }
}
