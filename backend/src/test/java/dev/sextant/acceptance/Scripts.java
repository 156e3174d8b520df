// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.testing.Await;
import dev.sextant.testing.Rest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Rules for acceptance tests, and what every one of those tests does with them.
final class Scripts {
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private Scripts() {}

    /// Fires for each series of a metric whose last value is at least the parameter `border`.
    static String threshold(String id, String metric, String fire) {
        return """
        import { rule, p, fire, clear } from "sextant";

        export default rule({
          id: "%s",
          every: "1s",
          timeout: "20s",
          needs: ["metrics:read:*"],
          params: { border: p.number(0, { min: -1, max: 1000000000 }) },
          fire: %s,
          evaluate({ params, data }) {
            return data.metric("%s").last("10m").last().judge((s) =>
              s.value >= params.border ? fire(s, { reason: `${s.value} reaches ${params.border}` }) : clear(s));
          },
        });
        """
                .formatted(id, fire, metric);
    }

    /// A rule whose evaluation is the given body.
    static String body(String id, String timeout, String body) {
        return """
        import { rule, fire, clear } from "sextant";

        export default rule({
          id: "%s",
          every: "1s",
          timeout: "%s",
          needs: ["metrics:read:*"],
          evaluate({ now, data, log }) {
            %s
          },
        });
        """
                .formatted(id, timeout, body);
    }

    static Map<String, Object> draft(String source, Map<String, Object> parameters) {
        var draft = new HashMap<String, Object>();
        draft.put("source", source);
        draft.put("language", "javascript");
        draft.put("parameters", parameters);
        draft.put("enabled", true);
        return draft;
    }

    static JsonNode run(Rest rest, String source) {
        var answer =
                rest.post("/api/v1/rules/run", Map.of("source", source, "language", "javascript"));
        if (answer.status() != 200) {
            throw new AssertionError(
                    "run answered %d: %s".formatted(answer.status(), answer.text()));
        }
        return answer.body();
    }

    /// The only alert of a rule, once it is in a state.
    static JsonNode alertInState(Rest rest, String rule, String state) {
        var what = "alert of %s to be %s".formatted(rule, state);
        return Await.value(
                PATIENCE,
                what,
                () -> {
                    var items = rest.get("/api/v1/alerts?rule=" + rule).body().path("items");
                    var first = items.path(0);
                    return first.path("state").asText().equals(state)
                            ? Optional.of(first)
                            : Optional.empty();
                });
    }

    /// How many slots of a rule the newest page of the ledger shows as completed.
    static long completed(Rest rest, String rule) {
        var page = rest.get("/api/v1/rules/%s/evaluations?limit=500".formatted(rule)).body();
        return page.path("items")
                .valueStream()
                .filter(item -> item.path("outcome").asText().equals("completed"))
                .count();
    }

    static void awaitCompleted(Rest rest, String rule, long atLeast) {
        Await.until(
                PATIENCE,
                "%d completed slots of %s".formatted(atLeast, rule),
                () -> completed(rest, rule) >= atLeast);
    }
}
