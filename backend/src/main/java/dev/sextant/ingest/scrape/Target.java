// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.ingest.cleaning.CompiledSteps;
import dev.sextant.ingest.naming.Names;
import dev.sextant.outbound.Credential;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Labels;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that shows its metrics on a page, checked and ready to be scraped.
///
/// @param labels what every series of the target carries, `job` and `instance` among them
public record Target(
        String id,
        int version,
        TargetSpec spec,
        URI url,
        Labels labels,
        Duration interval,
        Duration timeout,
        CompiledSteps steps) {
    private static final int MOST_LABELS = 20;
    private static final int LONGEST = 1_000;
    private static final int MOST_SAMPLES = 1_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    /// @throws IllegalArgumentException when something of the target is not valid; the message names it
    public static Target of(String id, int version, TargetSpec spec) {
        var name = text("name", spec.name());
        var url = url(text("url", spec.url()));
        var interval = duration("interval", spec.interval(), Duration.ofSeconds(15));
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("the interval must be from 1s to 1d");
        }
        var standard = Duration.ofSeconds(10);
        var timeout =
                duration(
                        "timeout",
                        spec.timeout(),
                        interval.compareTo(standard) < 0 ? interval : standard);
        if (timeout.isZero()
                || timeout.compareTo(interval) > 0
                || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "the timeout must be from 1ms to the interval, at most 1m");
        }
        var fault = new Credential(spec.user(), spec.secret()).fault();
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        var limit = spec.sampleLimit();
        if (limit != null && (limit < 1 || limit > MOST_SAMPLES)) {
            throw new IllegalArgumentException(
                    "sampleLimit must be from 1 to %,d".formatted(MOST_SAMPLES));
        }
        var steps =
                spec.steps() == null ? CompiledSteps.of(List.of()) : CompiledSteps.of(spec.steps());
        return new Target(
                id, version, spec, url, labels(name, url, spec.labels()), interval, timeout, steps);
    }

    public boolean isEnabled() {
        return !Boolean.FALSE.equals(spec.enabled());
    }

    Credential credential() {
        return new Credential(spec.user(), spec.secret());
    }

    boolean honorsLabels() {
        return Boolean.TRUE.equals(spec.honorLabels());
    }

    boolean honorsTimestamps() {
        return !Boolean.FALSE.equals(spec.honorTimestamps());
    }

    int sampleLimit() {
        return Objects.requireNonNullElse(spec.sampleLimit(), 100_000);
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isTls() ? 443 : 80;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a target needs a " + field);
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the %s is longer than %,d characters".formatted(field, LONGEST));
        }
        return text.strip();
    }

    private static URI url(String text) {
        try {
            var url = new URI(text);
            boolean isWeb =
                    "http".equalsIgnoreCase(url.getScheme())
                            || "https".equalsIgnoreCase(url.getScheme());
            if (!isWeb || url.getHost() == null || url.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "the url must look like http://host:9100/metrics, without user or password");
            }
            return url;
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "the url can't be read: " + wrong.getReason(), wrong);
        }
    }

    private static Duration duration(String field, @Nullable String text, Duration otherwise) {
        try {
            return text == null ? otherwise : Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(field + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Labels labels(String job, URI url, @Nullable Map<String, String> given) {
        var labels = new TreeMap<String, String>();
        labels.put("job", job);
        labels.put("instance", url.getPort() < 0 ? hostWithPort(url) : url.getAuthority());
        if (given != null) {
            if (given.size() > MOST_LABELS) {
                throw new IllegalArgumentException(
                        "a target has at most %d labels".formatted(MOST_LABELS));
            }
            given.forEach((name, value) -> {
                if (!Names.isLabel(name) || value.length() > LONGEST) {
                    throw new IllegalArgumentException(
                            "labels: \"%s\" is not a label name, or its value is too long"
                                    .formatted(name));
                }
                labels.put(name, value);
            });
        }
        return Labels.of(labels);
    }

    private static String hostWithPort(URI url) {
        return url.getHost() + ("https".equalsIgnoreCase(url.getScheme()) ? ":443" : ":80");
    }
}
