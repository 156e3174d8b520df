// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.alert.AlertPolicy;
import dev.sextant.alert.Flapping;
import dev.sextant.telemetry.CronTimes;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Interval;
import dev.sextant.telemetry.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a script says of itself, extracted once at save without running its evaluation.
///
/// @param title by language tag; never empty
/// @param timing when the rule has its slots
/// @param delay how long after a slot's time it is evaluated, so that late data is there
/// @param timeout wall time that one evaluation may take
/// @param needs capabilities such as {@code metrics:read:host.*}; nothing else is handed to the script
/// @param policy what the alert life cycle does with its verdicts
/// @param json the whole header as the browser gets it, parameters included
public record RuleHeader(
        RuleId id,
        Map<String, String> title,
        Timing timing,
        Duration delay,
        Duration timeout,
        List<String> needs,
        AlertPolicy policy,
        JsonNode json) {
    /// Where a header has the time zone of its cron expression, whatever the author called it.
    public static final String ZONE = "zone";

    private static final Duration AUTOMATIC_DELAY = Duration.ofSeconds(10);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(7);
    private static final Duration LONGEST_DELAY = Duration.ofHours(6);
    private static final Duration LONGEST_HOLD = Duration.ofDays(31);
    private static final double USUAL_OVER = 20;
    private static final double USUAL_HIGH = 0.5;
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    public RuleHeader {
        title = Map.copyOf(title);
        needs = List.copyOf(needs);
        if (timing instanceof Interval(var every)) {
            within(id, "every", every, SHORTEST_INTERVAL, LONGEST_INTERVAL);
        }
        within(id, "delay", delay, Duration.ZERO, LONGEST_DELAY);
        within(id, "timeout", timeout, SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
        within(id, "fire.for", policy.holdFor(), Duration.ZERO, LONGEST_HOLD);
        within(id, "fire.keep", policy.keepFor(), Duration.ZERO, LONGEST_HOLD);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("rule %s has no title".formatted(id));
        }
    }

    private static void within(RuleId id, String name, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "rule %s: %s must be between %s and %s, was %s"
                            .formatted(
                                    id,
                                    name,
                                    Durations.format(min),
                                    Durations.format(max),
                                    Durations.format(value)));
        }
    }

    /// Reads a header as the script's extraction normalised it.
    ///
    /// @throws IllegalArgumentException naming what is missing or wrong
    public static RuleHeader of(JsonNode json) {
        var title = new TreeMap<String, String>();
        json.path("title")
                .properties()
                .forEach(text -> title.put(text.getKey(), text.getValue().asText()));
        var needs = new ArrayList<String>();
        json.path("needs").forEach(need -> needs.add(need.asText()));
        return new RuleHeader(
                new RuleId(json.path("id").asText()),
                title,
                timing(json),
                delay(json),
                duration(json, "timeout", "10s"),
                needs,
                policy(json.path("fire"), timing(json)),
                json);
    }

    // "zone" is what the header's time zone was when the rule was saved.
    private static Timing timing(JsonNode json) {
        var cron = json.path("cron");
        return cron.isTextual()
                ? CronTimes.of(cron.asText(), json.path(ZONE).asText("UTC"))
                : new Interval(duration(json, "every", "1m"));
    }

    // "auto" will learn the delay of late data per metric; until then it waits a fixed, short time.
    private static Duration delay(JsonNode json) {
        return json.path("delay").asText().equals("auto")
                ? AUTOMATIC_DELAY
                : duration(json, "delay", "0s");
    }

    private static AlertPolicy policy(JsonNode fire, Timing timing) {
        var clearBelow = fire.path("clearBelow");
        return new AlertPolicy(
                duration(fire, "for", "0s"),
                duration(fire, "keep", "0s"),
                clearBelow.isNumber() ? clearBelow.doubleValue() : null,
                fire.path("flap").isObject() ? flapping(fire.path("flap"), timing) : null,
                duration(fire, "repeat", "0s"));
    }

    private static Flapping flapping(JsonNode flap, Timing timing) {
        double over = flap.path("over").asDouble(USUAL_OVER);
        double high = flap.path("high").asDouble(USUAL_HIGH);
        double low = flap.path("low").asDouble(high / 2);
        return Flapping.of(timing, over, high, low);
    }

    private static Duration duration(JsonNode json, String name, String otherwise) {
        return Durations.parse(json.path(name).asText(otherwise));
    }

    /// How far back the newest point of a row may lie before the row is missing; empty: as long as its window reaches.
    public Optional<Duration> staleAfter() {
        var length = json.path("missing").path("staleAfter");
        return length.isTextual()
                ? Optional.of(Durations.parse(length.asText()))
                : Optional.empty();
    }

    /// The modules that the rule runs with, as they were found when it was saved.
    public List<ModuleImport> imports() {
        return ModuleImport.list(json.path("imports"));
    }

    /// The same header for a rule that runs with these modules.
    public RuleHeader with(List<ModuleImport> imports) {
        ObjectNode changed = json.deepCopy();
        changed.set("imports", ModuleImport.json(imports));
        return of(changed);
    }

    /// The title in English, or in whatever language there is.
    public String plainTitle() {
        var english = title.get("en");
        return english != null
                ? english
                : title.values().stream().sorted().findFirst().orElse(id.value());
    }
}
