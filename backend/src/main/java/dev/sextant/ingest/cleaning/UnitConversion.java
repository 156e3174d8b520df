// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.ingest.naming.Units;
import java.util.Map;
import java.util.TreeSet;

/// Turns values of one unit into another: {@code (value * up) / down + shift}. A factor and a divisor, since 250 / 1000 is
/// exact where 250 * 0.001 is not.
record UnitConversion(double up, double down, double shift) {
    private static final Map<String, Scale> SCALES =
            Map.ofEntries(
                    scale("ns", "time", 1, 1e9),
                    scale("us", "time", 1, 1e6),
                    scale("ms", "time", 1, 1e3),
                    scale("s", "time", 1, 1),
                    scale("min", "time", 60, 1),
                    scale("h", "time", 3_600, 1),
                    scale("d", "time", 86_400, 1),
                    scale("bit", "bytes", 1, 8),
                    scale("By", "bytes", 1, 1),
                    scale("kBy", "bytes", 1e3, 1),
                    scale("MBy", "bytes", 1e6, 1),
                    scale("GBy", "bytes", 1e9, 1),
                    scale("TBy", "bytes", 1e12, 1),
                    scale("KiBy", "bytes", 1 << 10, 1),
                    scale("MiBy", "bytes", 1 << 20, 1),
                    scale("GiBy", "bytes", 1 << 30, 1),
                    scale("TiBy", "bytes", 1L << 40, 1),
                    scale("1", "ratio", 1, 1),
                    scale("%", "ratio", 1, 100),
                    scale("Cel", "temperature", 1, 1),
                    Map.entry("K", new Scale("temperature", 1, 1, -273.15)),
                    Map.entry("[degF]", new Scale("temperature", 5, 9, -160.0 / 9)),
                    scale("m", "length", 1, 1),
                    scale("mm", "length", 1, 1e3),
                    scale("km", "length", 1e3, 1),
                    scale("Hz", "frequency", 1, 1),
                    scale("kHz", "frequency", 1e3, 1),
                    scale("MHz", "frequency", 1e6, 1),
                    scale("GHz", "frequency", 1e9, 1));

    /// How a unit stands to the base of its kind: base = value * up / down + shift.
    private record Scale(String kind, double up, double down, double shift) {}

    private static Map.Entry<String, Scale> scale(
            String unit, String kind, double up, double down) {
        return Map.entry(unit, new Scale(kind, up, down, 0));
    }

    /// @throws IllegalArgumentException when a unit is not known or they measure different things
    static UnitConversion between(String from, String to) {
        var source = find(from);
        var target = find(to);
        if (!source.kind().equals(target.kind())) {
            throw new IllegalArgumentException(
                    "%s is a unit of %s and %s one of %s: neither can become the other"
                            .formatted(from, source.kind(), to, target.kind()));
        }
        var toBase = new UnitConversion(source.up(), source.down(), source.shift());
        var shift = -target.shift() * target.down() / target.up();
        return toBase.then(new UnitConversion(target.down(), target.up(), shift));
    }

    /// The unit as the catalogue writes it: {@code ms} for {@code milliseconds}.
    static String name(String unit) {
        return Units.ucum(unit.strip(), "");
    }

    private static Scale find(String unit) {
        var scale = SCALES.get(name(unit));
        if (scale == null) {
            throw new IllegalArgumentException(
                    "the unit \"%s\" is not known: use one of %s"
                            .formatted(unit, String.join(", ", new TreeSet<>(SCALES.keySet()))));
        }
        return scale;
    }

    UnitConversion then(UnitConversion next) {
        double newUp = up * next.up;
        double newDown = down * next.down;
        double newShift = shift * next.up / next.down + next.shift;
        if (newUp % newDown == 0) {
            return new UnitConversion(newUp / newDown, 1, newShift);
        }
        return newDown % newUp == 0
                ? new UnitConversion(1, newDown / newUp, newShift)
                : new UnitConversion(newUp, newDown, newShift);
    }

    double of(double value) {
        // What is no number stays as it is, bit by bit: one NaN means that a series ended.
        return Double.isNaN(value) ? value : value * up / down + shift;
    }
}
