// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What is asked of every side: plans of Sextant's, PromQL of the peers'. Windows are closed at their start in Prometheus 2
/// and open here, so the peers' are a millisecond shorter.
enum Question {
    /// The average of the last five minutes by service, of one metric of all hosts.
    Q1(20),
    /// One series of the last hour as it is.
    Q2(20),
    /// One metric of all hosts, the last hour, averages of a minute.
    Q3(5),
    /// All series of the last hour as arrays, as many metrics at a time as make 2,000 series.
    Q4(1),
    /// The latest value of every series, in the same way.
    Q5(2),
    /// A search in the catalogue.
    Q6(20);

    private static final int METRIC = 0;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long FIVE_MINUTES_MILLIS = 300_000;

    /// An answer of the peers is text, which is read as a whole to compare it: about 100 MB of memory for an hour of these.
    private static final int SERIES_AT_ONCE = 2_000;

    private static final String SEARCHED = "m01";

    private final int rounds;

    Question(int rounds) {
        this.rounds = rounds;
    }

    /// As it stands in the names of figures.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How often it is asked at least.
    int rounds() {
        return rounds;
    }

    /// @param to epoch milliseconds, a full minute
    List<Ask> ofSextant(Fleet fleet, long to) {
        var metric = fleet.metric(METRIC);
        long hour = to - HOUR_MILLIS;
        long minutes = to - FIVE_MINUTES_MILLIS;
        return switch (this) {
            case Q1 ->
                    List.of(
                            Ask.plan(
                                    "{\"metric\":\"%s\",\"from\":%d,\"to\":%d,\"aggregate\":\"avg\",\"by\":[\"service\"]}"
                                            .formatted(metric, minutes, to)));
            case Q2 ->
                    List.of(
                            Ask.plan(
                                    "{\"metric\":\"%s\",\"where\":{\"host\":\"%s\"},\"from\":%d,\"to\":%d}"
                                            .formatted(metric, fleet.host(0), hour, to)));
            case Q3 ->
                    List.of(
                            Ask.plan(
                                    "{\"metric\":\"%s\",\"from\":%d,\"to\":%d,\"step\":\"1m\",\"aggregate\":\"avg\"}"
                                            .formatted(metric, hour, to)));
            case Q4 -> ofSome(fleet, some -> arrays(some, hour, to, ""));
            case Q5 -> ofSome(fleet, some -> arrays(some, minutes, to, ",\"aggregate\":\"last\""));
            case Q6 -> List.of(Ask.get("/api/v1/metrics?search=" + SEARCHED));
        };
    }

    /// @param to epoch milliseconds, a full minute
    List<Ask> ofPeer(Fleet fleet, long to) {
        var metric = fleet.metric(METRIC);
        return switch (this) {
            case Q1 ->
                    List.of(
                            instant(
                                    "avg by (service) (avg_over_time(%s[299999ms]))"
                                            .formatted(metric),
                                    to));
            case Q2 ->
                    List.of(
                            instant(
                                    "%s{host=\"%s\"}[3599999ms]".formatted(metric, fleet.host(0)),
                                    to));
            case Q3 ->
                    List.of(
                            Ask.get(
                                    "/api/v1/query_range?nocache=1&query=%s&start=%d&end=%d&step=60"
                                            .formatted(
                                                    encoded(
                                                            "avg_over_time(%s[59999ms])"
                                                                    .formatted(metric)),
                                                    (to - HOUR_MILLIS) / 1_000 + 60,
                                                    to / 1_000)));
            case Q4 -> ofSome(fleet, some -> instant(anyOf(some) + "[3599999ms]", to));
            case Q5 -> ofSome(fleet, some -> instant(anyOf(some), to));
            case Q6 ->
                    List.of(
                            Ask.get(
                                    "/api/v1/label/__name__/values?match[]="
                                            + encoded(
                                                    "{__name__=~\".*%s.*\"}".formatted(SEARCHED))));
        };
    }

    private static List<Ask> ofSome(Fleet fleet, Function<List<String>, Ask> ask) {
        int atOnce = Math.max(1, SERIES_AT_ONCE / fleet.hosts());
        return IntStream.iterate(0, first -> first < fleet.metrics(), first -> first + atOnce)
                .mapToObj(first ->
                        IntStream.range(first, Math.min(first + atOnce, fleet.metrics()))
                                .mapToObj(fleet::metric)
                                .toList())
                .map(ask)
                .toList();
    }

    /// @param more fields of the plan, each after a comma
    private static Ask arrays(List<String> metrics, long from, long to, String more) {
        return Ask.arrays(
                "{\"metric\":[\"%s\"],\"from\":%d,\"to\":%d%s}"
                        .formatted(String.join("\",\"", metrics), from, to, more));
    }

    private static String anyOf(List<String> metrics) {
        return "{__name__=~\"%s\"}".formatted(String.join("|", metrics));
    }

    private static Ask instant(String expression, long at) {
        return Ask.get(
                "/api/v1/query?nocache=1&query=%s&time=%d"
                        .formatted(encoded(expression), at / 1_000));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
