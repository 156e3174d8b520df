// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.ingest.naming.Units;
import dev.sextant.ingest.scrape.ScrapedPage.Line;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads Prometheus text 0.0.4 and OpenMetrics 1.0. One bad line spoils the page, as with Prometheus: half a page would
/// look like series that ended.
final class PageReader {
    private static final int MOST_SHOWN = 80;

    private final String page;
    private final boolean isOpenMetrics;
    private final int mostLines;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, MetricMetadata> metadata = new LinkedHashMap<>();
    private int number;
    private boolean isEnded;

    private PageReader(String page, boolean isOpenMetrics, int mostLines) {
        this.page = page;
        this.isOpenMetrics = isOpenMetrics;
        this.mostLines = mostLines;
    }

    /// @param mostLines samples that the page may have
    static ScrapedPage read(String page, boolean isOpenMetrics, int mostLines)
            throws ScrapeFailedException {
        return new PageReader(page, isOpenMetrics, mostLines).read();
    }

    private ScrapedPage read() throws ScrapeFailedException {
        int start = 0;
        while (start < page.length()) {
            int newline = page.indexOf('\n', start);
            int end = newline < 0 ? page.length() : newline;
            number++;
            line(start, end);
            start = end + 1;
        }
        if (isOpenMetrics && !isEnded) {
            throw new ScrapeFailedException(
                    "the page ends at line %d without # EOF: it was cut off".formatted(number));
        }
        return new ScrapedPage(lines, List.copyOf(metadata.values()));
    }

    private void line(int start, int end) throws ScrapeFailedException {
        int from = skipBlanks(start, end);
        if (from == end || page.charAt(end - 1) == '\r' && from == end - 1) {
            return;
        }
        if (isEnded) {
            throw fault("nothing may follow # EOF", from, end);
        }
        if (page.charAt(from) == '#') {
            comment(page.substring(from, end));
        } else {
            sample(from, end);
        }
    }

    private void comment(String text) {
        if (isOpenMetrics && text.equals("# EOF")) {
            isEnded = true;
            return;
        }
        var words = text.split("[ \t]+", 4);
        if (words.length < 3 || !words[0].equals("#")) {
            return;
        }
        var rest = words.length == 4 ? words[3] : "";
        switch (words[1]) {
            case "TYPE" -> describe(words[2], type(rest.strip()), "", "");
            case "HELP" -> describe(words[2], Type.UNKNOWN, "", unescaped(rest));
            case "UNIT" -> describe(words[2], Type.UNKNOWN, Units.ucum(rest.strip(), ""), "");
            default -> {
                // Any other comment is for people.
            }
        }
    }

    private void describe(String family, Type type, String unit, String help) {
        var known =
                metadata.getOrDefault(
                        family,
                        new MetricMetadata(family, Type.UNKNOWN, Units.ucum("", family), ""));
        var kind = type == Type.UNKNOWN ? known.type() : type;
        boolean isTotal =
                isOpenMetrics && kind == Type.COUNTER && !known.metric().endsWith("_total");
        metadata.put(
                family,
                new MetricMetadata(
                        isTotal ? known.metric() + "_total" : known.metric(),
                        kind,
                        unit.isEmpty() ? known.unit() : unit,
                        help.isEmpty() ? known.description() : help));
    }

    private static Type type(String name) {
        return switch (name) {
            case "counter" -> Type.COUNTER;
            case "gauge", "info", "stateset" -> Type.GAUGE;
            case "histogram", "gaugehistogram" -> Type.HISTOGRAM;
            case "summary" -> Type.SUMMARY;
            default -> Type.UNKNOWN;
        };
    }

    private static String unescaped(String help) {
        return help.replace("\\\\", "\u0000").replace("\\n", " ").replace("\u0000", "\\").strip();
    }

    private void sample(int from, int end) throws ScrapeFailedException {
        int series = endOfSeries(from, end);
        int value = skipBlanks(series, end);
        int afterValue = endOfWord(value, end);
        if (value == afterValue) {
            throw fault("a value is missing", from, end);
        }
        int time = skipBlanks(afterValue, end);
        int afterTime = endOfWord(time, end);
        boolean isExemplar = isOpenMetrics && time < end && page.charAt(time) == '#';
        int rest = isExemplar ? end : skipBlanks(afterTime, end);
        boolean isRest = rest < end && !(isOpenMetrics && page.charAt(rest) == '#');
        if (isRest) {
            throw fault("more follows than value and time", from, end);
        }
        if (lines.size() == mostLines) {
            throw new ScrapeFailedException(
                    "the page has more than %,d samples, the target's limit".formatted(mostLines));
        }
        lines.add(
                new Line(
                        number,
                        page.substring(from, series),
                        value(page.substring(value, afterValue)),
                        isExemplar || time == afterTime
                                ? ScrapedPage.NO_TIME
                                : time(page.substring(time, afterTime))));
    }

    /// Behind the name and, if there are any, the labels.
    private int endOfSeries(int from, int end) throws ScrapeFailedException {
        int at = from;
        while (at < end && !isBlank(page.charAt(at)) && page.charAt(at) != '{') {
            at++;
        }
        int brace = skipBlanks(at, end);
        if (brace == end || page.charAt(brace) != '{') {
            return at;
        }
        boolean isQuoted = false;
        for (int i = brace + 1; i < end; i++) {
            char c = page.charAt(i);
            if (c == '\\' && isQuoted) {
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '}' && !isQuoted) {
                return i + 1;
            }
        }
        throw fault("the labels do not end", from, end);
    }

    private double value(String word) throws ScrapeFailedException {
        switch (word) {
            case "NaN":
                return Double.NaN;
            case "+Inf", "Inf":
                return Double.POSITIVE_INFINITY;
            case "-Inf":
                return Double.NEGATIVE_INFINITY;
            default:
                return number(word);
        }
    }

    private double number(String word) throws ScrapeFailedException {
        char last = word.charAt(word.length() - 1);
        // Java would take "1d" and "1f" for numbers.
        if (last == '.' || Character.isDigit(last)) {
            try {
                return Double.parseDouble(word);
            } catch (NumberFormatException wrong) {
                throw fault("\"%s\" is no number".formatted(shown(word)), 0, 0);
            }
        }
        throw fault("\"%s\" is no number".formatted(shown(word)), 0, 0);
    }

    private long time(String word) throws ScrapeFailedException {
        if (isOpenMetrics) {
            return Math.round(number(word) * 1000);
        }
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException wrong) {
            throw fault("\"%s\" is no time in milliseconds".formatted(shown(word)), 0, 0);
        }
    }

    private int skipBlanks(int from, int end) {
        int at = from;
        while (at < end && isBlank(page.charAt(at))) {
            at++;
        }
        return at;
    }

    private int endOfWord(int from, int end) {
        int at = from;
        while (at < end && !isBlank(page.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private ScrapeFailedException fault(String what, int from, int end) {
        var where = from == end ? "" : ": " + shown(page.substring(from, end));
        return new ScrapeFailedException("line %d: %s%s".formatted(number, what, where));
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
