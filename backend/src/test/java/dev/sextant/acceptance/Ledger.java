// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.testing.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// All that the ledger holds about one rule, oldest first.
///
/// @param entries as REST shows them
record Ledger(String rule, List<JsonNode> entries) {
    private static final Set<String> OUTCOMES =
            Set.of("completed", "failed", "limit", "lost", "skipped");

    static Ledger read(Rest rest, String rule) {
        var entries = new ArrayList<JsonNode>();
        var path = "/api/v1/rules/%s/evaluations?limit=200".formatted(rule);
        var page = rest.get(path).body();
        page.path("items").forEach(entries::add);
        while (!page.path("next").isNull()) {
            page =
                    rest.get(
                                    path
                                            + "&before="
                                            + URLEncoder.encode(
                                                    page.path("next").asText(),
                                                    StandardCharsets.UTF_8))
                            .body();
            page.path("items").forEach(entries::add);
        }
        entries.sort(Comparator.comparing(Ledger::slot));
        return new Ledger(rule, List.copyOf(entries));
    }

    private static Instant slot(JsonNode entry) {
        return Instant.parse(entry.path("slot").asText());
    }

    private static Instant through(JsonNode entry) {
        return entry.path("through").isTextual()
                ? Instant.parse(entry.path("through").asText())
                : slot(entry);
    }

    /// Fails unless every slot from the first to the last is there, exactly once, and everything that was not completed
    /// says why.
    void hasEverySlotOnce(Duration every) {
        assertThat(entries).isNotEmpty();
        var expected = slot(entries.getFirst());
        for (var entry : entries) {
            assertThat(slot(entry)).as("next slot of %s in %s", rule, entry).isEqualTo(expected);
            assertThat(entry.path("outcome").asText()).isIn(OUTCOMES);
            if (!entry.path("outcome").asText().equals("completed")) {
                assertThat(entry.path("reason").asText("")).as("reason of %s", entry).isNotBlank();
            }
            expected = through(entry).plus(every);
        }
    }

    boolean hasSkipped() {
        return entries.stream().anyMatch(entry -> entry.path("outcome").asText().equals("skipped"));
    }
}
