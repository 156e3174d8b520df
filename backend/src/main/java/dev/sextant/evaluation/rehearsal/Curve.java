// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import java.util.Arrays;
import java.util.List;

/// How a made-up series goes over time. Drawn point by point from a grid of times, with NaN where there is no point; the
/// same curve and grid give the same values, noise included.
sealed interface Curve {
    /// One value per time.
    ///
    /// @param times ascending epoch milliseconds
    double[] draw(long[] times);

    /// A stretch of time, closed at the start and open at the end, as people say "from 12:00 for 30 minutes".
    record Stretch(long from, long to) {
        static Stretch since(long from) {
            return new Stretch(from, Long.MAX_VALUE);
        }

        boolean holds(long time) {
            return time >= from && time < to;
        }
    }

    record Constant(double value) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = new double[times.length];
            Arrays.fill(values, value);
            return values;
        }
    }

    /// A sine that is at its mean and rising at `zero`.
    record Wave(long period, double mean, double amplitude, long zero) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                double phase = (double) Math.floorMod(times[i] - zero, period) / period;
                values[i] = mean + amplitude * Math.sin(2 * Math.PI * phase);
            }
            return values;
        }
    }

    /// Level before a stretch, straight to the other level within it.
    record Ramp(double before, double after, Stretch during) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = new double[times.length];
            double length = during.to() - during.from();
            for (int i = 0; i < times.length; i++) {
                double share = Math.clamp((times[i] - during.from()) / length, 0, 1);
                values[i] = before + (after - before) * share;
            }
            return values;
        }
    }

    /// Values one after the other from a start on; NaN elsewhere.
    record Listed(List<Double> listed, long start, long every) implements Curve {
        public Listed {
            listed = List.copyOf(listed);
        }

        @Override
        public double[] draw(long[] times) {
            var values = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                long place = Math.floorDiv(times[i] - start, every);
                boolean isListed = place >= 0 && place < listed.size();
                values[i] = isListed ? listed.get((int) place) : Double.NaN;
            }
            return values;
        }
    }

    /// `value * factor + amount` within a stretch.
    record Changed(Curve of, double factor, double amount, Stretch during) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = of.draw(times);
            for (int i = 0; i < times.length; i++) {
                if (during.holds(times[i])) {
                    values[i] = values[i] * factor + amount;
                }
            }
            return values;
        }
    }

    /// No points within a stretch.
    record Gap(Curve of, Stretch during) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = of.draw(times);
            for (int i = 0; i < times.length; i++) {
                if (during.holds(times[i])) {
                    values[i] = Double.NaN;
                }
            }
            return values;
        }
    }

    record Sum(Curve left, Curve right) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = left.draw(times);
            var others = right.draw(times);
            for (int i = 0; i < times.length; i++) {
                values[i] += others[i];
            }
            return values;
        }
    }

    record Clamped(Curve of, double min, double max) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = of.draw(times);
            for (int i = 0; i < times.length; i++) {
                values[i] = Double.isNaN(values[i]) ? values[i] : Math.clamp(values[i], min, max);
            }
            return values;
        }
    }

    /// Every value times one plus a normal random number of this spread, drawn from the seed and the point's time alone.
    record Noise(Curve of, double share, long seed) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = of.draw(times);
            for (int i = 0; i < times.length; i++) {
                values[i] *= 1 + share * NoiseSource.normal(seed, times[i]);
            }
            return values;
        }
    }

    /// A total that rises by the input's value per second, as counters do.
    record Counter(Curve of) implements Curve {
        private static final double SECOND = 1_000;

        @Override
        public double[] draw(long[] times) {
            var values = of.draw(times);
            double total = 0;
            for (int i = 1; i < times.length; i++) {
                double rise = Double.isNaN(values[i]) ? 0 : values[i];
                total += rise * (times[i] - times[i - 1]) / SECOND;
                values[i] = Double.isNaN(values[i]) ? Double.NaN : total;
            }
            if (times.length > 0) {
                values[0] = Double.isNaN(values[0]) ? Double.NaN : 0;
            }
            return values;
        }
    }

    /// A total of which everything is taken off at one time that came before.
    record Restarted(Curve of, long at) implements Curve {
        @Override
        public double[] draw(long[] times) {
            var values = of.draw(times);
            double taken = 0;
            for (int i = 0; i < times.length; i++) {
                if (times[i] < at) {
                    taken = Double.isNaN(values[i]) ? taken : values[i];
                } else {
                    values[i] -= taken;
                }
            }
            return values;
        }
    }
}
