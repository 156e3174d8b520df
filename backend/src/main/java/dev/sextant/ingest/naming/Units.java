// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.naming;

import java.util.Map;

/// Units as the catalogue writes them (UCUM), from the words that Prometheus and Micrometer use.
public final class Units {
    private static final Map<String, String> UCUM =
            Map.of(
                    "seconds", "s",
                    "milliseconds", "ms",
                    "bytes", "By",
                    "ratio", "1",
                    "celsius", "Cel",
                    "meters", "m",
                    "volts", "V",
                    "amperes", "A",
                    "joules", "J",
                    "percent", "%");

    private Units() {}

    /// The unit, or what the metric's name ends with when the sender named none; empty when that is no unit either.
    public static String ucum(String unit, String metric) {
        if (!unit.isEmpty()) {
            return UCUM.getOrDefault(unit, unit);
        }
        var base = metric;
        for (var part : new String[] {"_total", "_sum", "_max"}) {
            if (base.endsWith(part)) {
                base = base.substring(0, base.length() - part.length());
            }
        }
        int last = base.lastIndexOf('_');
        return last < 0 ? "" : UCUM.getOrDefault(base.substring(last + 1), "");
    }
}
