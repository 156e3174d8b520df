// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.acceptance.SharedSextant;
import dev.sextant.testing.Await;
import dev.sextant.testing.RunningSextant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The pages on REST and on the machine's metrics say what the running product says.
@ExtendWith(SharedSextant.class)
class ReferencePagesIT {
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final Pattern CALL =
            Pattern.compile("(?m)^\\| `(/api/v1/[^`]+)`[^|]* \\| ([A-Z, ]+) \\|");
    private static final Pattern METRIC = Pattern.compile("(?m)^\\| `(host\\.[a-z_.]+)`");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Answered by routes of ingest, which the description does not know.
    private static final Set<String> NOT_DESCRIBED =
            Set.of("POST /api/v1/write", "POST /api/v1/samples");

    @Test
    void thePageOnRestNamesEveryCall(RunningSextant sextant) throws IOException {
        var described = new TreeSet<String>();
        var paths = sextant.rest().get("/q/openapi?format=json").body().path("paths");
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(verb ->
                                        described.add(
                                                verb.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        described.addAll(NOT_DESCRIBED);
        described.removeIf(call -> !call.contains(" /api/"));

        var documented = new TreeSet<String>();
        CALL.matcher(Files.readString(REFERENCE.resolve("rest.md")))
                .results()
                .forEach(row ->
                        row.group(2)
                                .lines()
                                .flatMap(verbs -> Pattern.compile(", ").splitAsStream(verbs))
                                .forEach(verb -> documented.add(verb + " " + row.group(1))));

        assertThat(documented).isEqualTo(described);
    }

    @Test
    void thePageOnTheMachinesMetricsNamesEachOfThem(RunningSextant sextant) throws IOException {
        var documented = new TreeSet<String>();
        METRIC.matcher(Files.readString(REFERENCE.resolve("host-metrics.md")))
                .results()
                .forEach(row -> documented.add(row.group(1)));
        Await.until(PATIENCE, "the machine's metrics", () -> hostMetrics(sextant).size() > 10);

        assertThat(documented).containsAll(hostMetrics(sextant));
        assertThat(hostMetrics(sextant))
                .contains("host.cpu.usage_ratio", "host.memory.used_ratio", "host.load.average");
    }

    private static Set<String> hostMetrics(RunningSextant sextant) {
        var names = new TreeSet<String>();
        var page = sextant.rest().get("/api/v1/metrics?search=host.&limit=500").body();
        page.path("items").forEach(item -> names.add(item.path("name").asText()));
        names.removeIf(name -> !name.startsWith("host."));
        return names;
    }
}
