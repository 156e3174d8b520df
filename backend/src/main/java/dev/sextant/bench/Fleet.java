// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The machines that a benchmark pretends to watch: hosts times metrics, each series with the labels host, region and
/// service. Values are a function of series and time alone, so every side of a comparison gets the same samples.
///
/// Three kinds of metrics take turns: gauges that change in small steps, counters, and noise with all its digits.
public record Fleet(int hosts, int metrics) {
    private static final int KINDS = 3;
    private static final int REGIONS = 4;
    private static final int HOSTS_PER_SERVICE = 20;
    private static final double DAY_SECONDS = 86_400;

    /// 1,000 hosts with 100 metrics.
    public static Fleet standard() {
        return new Fleet(1_000, 100);
    }

    public int series() {
        return hosts * metrics;
    }

    public String metric(int metric) {
        var kind =
                switch (metric % KINDS) {
                    case 0 -> "gauge";
                    case 1 -> "requests_total";
                    default -> "noise";
                };
        return String.format(Locale.ROOT, "bench_m%03d_%s", metric, kind);
    }

    public boolean isCounter(int metric) {
        return metric % KINDS == 1;
    }

    public String host(int host) {
        return String.format(Locale.ROOT, "host-%04d", host);
    }

    public String service(int host) {
        return "service-" + host / HOSTS_PER_SERVICE;
    }

    /// Labels without the metric's name, in order of their names.
    public Map<String, String> labels(int host) {
        var labels = new TreeMap<String, String>();
        labels.put("host", host(host));
        labels.put("region", "region-" + host % REGIONS);
        labels.put("service", service(host));
        return labels;
    }

    public double value(int host, int metric, long epochSecond) {
        long id = host * 1_000L + metric;
        return switch (metric % KINDS) {
            case 0 -> gauge(id, epochSecond);
            case 1 -> Math.floor((epochSecond % 10_000_000) * (1 + 20 * unit(id)) + unit(id) * 1e4);
            default -> 100 * noise(id, epochSecond);
        };
    }

    /// A daily wave with two decimals, which often stays where it was.
    private static double gauge(long id, long second) {
        double wave = Math.sin(2 * Math.PI * (second / DAY_SECONDS + unit(id)));
        double steps = Math.rint(2 * noise(id, second / 60));
        return Math.rint(100 * (50 + 30 * wave) + 25 * steps) / 100;
    }

    /// About normal, around 0.
    private static double noise(long id, long second) {
        return unit(id * 1_000_003 + second)
                + unit(id * 7_368_787 + second)
                + unit(second ^ id)
                - 1.5;
    }

    /// Between 0 and 1, the same for the same number.
    private static double unit(long number) {
        long mixed = number + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
