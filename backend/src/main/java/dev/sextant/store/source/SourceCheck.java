// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.outbound.Credential;
import dev.sextant.telemetry.Durations;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what people write about a source. What is not understood is refused by name.
final class SourceCheck {
    static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?");
    private static final Pattern METRIC = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:.-]{0,199}");
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,62}");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_SELECT = 10_000;
    private static final int MOST_METRICS = 500;
    private static final int MOST_LABELS = 30;
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOOKBACK = Duration.ofDays(3_660);

    private SourceCheck() {}

    static Source checked(int version, SourceSpec spec) {
        var name = text("name", spec.name());
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name: a letter, then lower-case letters, digits and inner hyphens, up to 40, not \"%s\""
                            .formatted(name));
        }
        var timeout = duration("timeout", spec.timeout(), Duration.ofSeconds(10), LONGEST_TIMEOUT);
        var lookback = duration("lookback", spec.lookback(), Duration.ofDays(30), LONGEST_LOOKBACK);
        boolean isDatabase = SourceKind.POSTGRESQL.word().equals(spec.kind());
        var fault = new Credential(spec.user(), spec.secret()).fault();
        // A database may trust a user without a password.
        if (fault != null && !(isDatabase && spec.secret() == null)) {
            throw new IllegalArgumentException(fault);
        }
        return new Source(name, version, spec, endpoint(spec), timeout, lookback);
    }

    private static Endpoint endpoint(SourceSpec spec) {
        var kind =
                SourceKind.of(text("kind", spec.kind()))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "kind: one of prometheus, postgresql, not \"%s\""
                                                .formatted(spec.kind())));
        return switch (kind) {
            case PROMETHEUS -> web(spec);
            case POSTGRESQL -> database(spec);
        };
    }

    private static Endpoint.Web web(SourceSpec spec) {
        absent("host", spec.host(), "prometheus");
        absent("database", spec.database(), "prometheus");
        absent("metrics", spec.metrics(), "prometheus");
        var text = text("url", spec.url());
        try {
            var url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean isWeb =
                    "http".equalsIgnoreCase(url.getScheme())
                            || "https".equalsIgnoreCase(url.getScheme());
            boolean isBare = url.getRawQuery() == null && url.getRawFragment() == null;
            if (!isWeb || url.getHost() == null || url.getUserInfo() != null || !isBare) {
                throw new IllegalArgumentException(
                        "the url must look like http://host:9090, without user, password and parameters");
            }
            return new Endpoint.Web(url);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "the url can't be read: " + wrong.getReason(), wrong);
        }
    }

    private static Endpoint.Database database(SourceSpec spec) {
        absent("url", spec.url(), "postgresql; give host, port and database");
        var host = text("host", spec.host());
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("host: a name or an address, nothing else");
        }
        int port = Objects.requireNonNullElse(spec.port(), 5_432);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: from 1 to 65535, not " + port);
        }
        var tls =
                TlsMode.of(Objects.requireNonNullElse(spec.tls(), "verify"))
                        .orElseThrow(() ->
                                new IllegalArgumentException("tls: one of verify, require, off"));
        text("user", spec.user());
        return new Endpoint.Database(
                host, port, text("database", spec.database()), tls, tables(spec));
    }

    private static List<Endpoint.Table> tables(SourceSpec spec) {
        var mappings = spec.metrics();
        if (mappings == null || mappings.isEmpty() || mappings.size() > MOST_METRICS) {
            throw new IllegalArgumentException(
                    "metrics: name 1 to %d, each with table or select, time and value"
                            .formatted(MOST_METRICS));
        }
        var tables = new ArrayList<Endpoint.Table>();
        var names = new HashSet<String>();
        for (var mapping : mappings) {
            var table = table(mapping);
            if (!names.add(table.metric())) {
                throw new IllegalArgumentException(
                        "metrics: %s stands there twice".formatted(table.metric()));
            }
            tables.add(table);
        }
        return tables;
    }

    private static Endpoint.Table table(MetricMapping mapping) {
        var metric = text("name of each of metrics", mapping.name());
        if (!METRIC.matcher(metric).matches()) {
            throw new IllegalArgumentException(
                    "metrics: \"%s\" is no name of a metric".formatted(metric));
        }
        var labels = Objects.requireNonNullElse(mapping.labels(), List.<String>of());
        boolean isSane = labels.stream().allMatch(label -> COLUMN.matcher(label).matches());
        if (!isSane
                || labels.size() > MOST_LABELS
                || new HashSet<>(labels).size() < labels.size()) {
            throw new IllegalArgumentException(
                    "labels of %s: up to %d columns whose names are names of labels, each once"
                            .formatted(metric, MOST_LABELS));
        }
        var unit = Objects.requireNonNullElse(mapping.timeUnit(), "ms");
        if (!unit.equals("ms") && !unit.equals("s")) {
            throw new IllegalArgumentException("timeUnit of %s: ms or s".formatted(metric));
        }
        return new Endpoint.Table(
                metric,
                rows(metric, mapping),
                text("time of " + metric, mapping.time()),
                unit.equals("s"),
                new Endpoint.ValueColumns(text("value of " + metric, mapping.value()), labels));
    }

    private static Endpoint.Rows rows(String metric, MetricMapping mapping) {
        var table = mapping.table();
        var select = mapping.select();
        if ((table == null) == (select == null)) {
            throw new IllegalArgumentException(
                    "metric %s: give either table or select".formatted(metric));
        }
        if (table != null) {
            var parts = Arrays.asList(text("table", table).split("\\.", -1));
            if (parts.size() > 2 || parts.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "table of %s: readings or plant.readings".formatted(metric));
            }
            return new Endpoint.Rows.Of(parts);
        }
        var text = Objects.requireNonNull(select).strip();
        boolean begins =
                text.regionMatches(true, 0, "select", 0, 6)
                        || text.regionMatches(true, 0, "with", 0, 4);
        if (!begins
                || text.contains(";")
                || text.contains("?")
                || text.indexOf('\0') >= 0
                || text.length() > LONGEST_SELECT) {
            throw new IllegalArgumentException(
                    "select of %s: one SELECT without ; and ?, up to %,d characters"
                            .formatted(metric, LONGEST_SELECT));
        }
        return new Endpoint.Rows.Select(text);
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a source needs a " + field);
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the %s has control characters, or more than %,d".formatted(field, LONGEST));
        }
        return text.strip();
    }

    private static void absent(String field, @Nullable Object value, String kind) {
        if (value != null) {
            throw new IllegalArgumentException("%s: not with kind %s".formatted(field, kind));
        }
    }

    private static Duration duration(
            String field, @Nullable String text, Duration otherwise, Duration longest) {
        try {
            var length = text == null ? otherwise : Durations.parse(text);
            if (!length.isPositive() || length.compareTo(longest) > 0) {
                throw new IllegalArgumentException(
                        "more than nothing, at most " + Durations.format(longest));
            }
            return length;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(field + ": " + wrong.getMessage(), wrong);
        }
    }
}
