// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import dev.sextant.worker.onnx.ModelSession.Feed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Hands series through a model, one after the other. NaN stands where it says nothing.
final class SeriesWork {
    private static final int MOST_ROWS = 1_024;
    private static final int MOST_CELLS = 1_000_000;

    private final ModelSession session;
    private final ModelShape shape;
    private final Map<String, Double> options;
    private final Stop stop;

    SeriesWork(ModelSession session, Map<String, Double> options, Stop stop) {
        this.session = session;
        this.shape = session.shape();
        this.options = options;
        this.stop = stop;
    }

    /// @param count how many points of the end are scored, or how many are foretold
    /// @return by output, as many numbers as there are points to score or to foretell
    Map<String, double[]> run(double[] values, int count) throws UnfitModelException {
        if (shape.isForecast()) {
            return foretold(values, count);
        }
        int wanted = Math.min(count, values.length);
        return shape.window() == ModelShape.WHOLE
                ? scoredAsWhole(values, wanted)
                : scoredByWindow(values, wanted);
    }

    private Map<String, double[]> scoredAsWhole(double[] values, int wanted)
            throws UnfitModelException {
        var scored = new LinkedHashMap<String, double[]>();
        for (var output : fed(values, 1).entrySet()) {
            var numbers = sized(output.getKey(), output.getValue(), values.length);
            scored.put(
                    output.getKey(),
                    Arrays.copyOfRange(numbers, values.length - wanted, values.length));
        }
        return scored;
    }

    private Map<String, double[]> scoredByWindow(double[] values, int wanted)
            throws UnfitModelException {
        int window = shape.window();
        int start = values.length - wanted;
        int most = shape.takesMany() ? Math.clamp(MOST_CELLS / window, 1, MOST_ROWS) : 1;
        var scored = unknown(wanted);
        for (int from = Math.max(start, window - 1); from < values.length; from += most) {
            int rows = Math.min(most, values.length - from);
            var cells = new double[rows * window];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(values, from + row + 1 - window, cells, row * window, window);
            }
            for (var output : fed(cells, rows).entrySet()) {
                var numbers = sized(output.getKey(), output.getValue(), rows);
                System.arraycopy(numbers, 0, side(scored, output.getKey()), from - start, rows);
            }
        }
        return scored;
    }

    /// A model that foretells less than is wanted goes on from what it foretold.
    private Map<String, double[]> foretold(double[] values, int count) throws UnfitModelException {
        var history = Arrays.copyOf(values, values.length + count);
        var foretold = unknown(count);
        int done = 0;
        boolean goesOn = values.length >= Math.max(1, shape.window());
        while (goesOn && done < count) {
            int end = values.length + done;
            int from = shape.window() == ModelShape.WHOLE ? 0 : end - shape.window();
            var found = fed(Arrays.copyOfRange(history, from, end), 1);
            var next = side(found, shape.output());
            int taken = Math.min(next.length, count - done);
            for (var output : found.entrySet()) {
                var numbers = sized(output.getKey(), output.getValue(), next.length);
                System.arraycopy(numbers, 0, side(foretold, output.getKey()), done, taken);
            }
            System.arraycopy(next, 0, history, end, taken);
            goesOn = Arrays.stream(next).limit(taken).allMatch(Double::isFinite);
            done += taken;
        }
        return foretold;
    }

    private Map<String, double[]> fed(double[] cells, int rows) throws UnfitModelException {
        var found = session.run(new Feed(cells, rows, options), stop);
        for (var output : found.entrySet()) {
            boolean isMeant = shape.isForecast() || output.getKey().equals(shape.output());
            var numbers = output.getValue();
            for (int index = 0; index < numbers.length; index++) {
                double number = isMeant ? session.notes().meant(numbers[index]) : numbers[index];
                numbers[index] = Double.isFinite(number) ? number : Double.NaN;
            }
        }
        return found;
    }

    private Map<String, double[]> unknown(int count) {
        var sides = new LinkedHashMap<String, double[]>();
        for (var output : shape.read()) {
            var numbers = new double[count];
            Arrays.fill(numbers, Double.NaN);
            sides.put(output, numbers);
        }
        return sides;
    }

    private static double[] side(Map<String, double[]> sides, String output) {
        var side = sides.get(output);
        if (side == null) {
            throw new IllegalStateException("nobody asked for output " + output);
        }
        return side;
    }

    private static double[] sized(String output, double[] numbers, int wanted)
            throws UnfitModelException {
        if (numbers.length != wanted) {
            throw new UnfitModelException(
                    "output %s has %,d numbers; %,d are wanted, one for each window or point"
                            .formatted(Words.quoted(output), numbers.length, wanted));
        }
        return numbers;
    }
}
