// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.alert.Alert;
import dev.sextant.alert.AlertState;
import dev.sextant.alert.AlertStatus;
import dev.sextant.alert.AlertSubject;
import dev.sextant.alert.Condition;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Swings;
import dev.sextant.alert.Text;
import dev.sextant.entity.Change;
import dev.sextant.entity.Entity;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.entity.Link;
import dev.sextant.entity.MaintenanceWindow;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a check knows beside series. Entities and relations are there during the whole check.
record GivenWorld(
        List<Entity> entities,
        List<Link> links,
        List<Change> changes,
        List<MaintenanceWindow> maintenance,
        List<Alert> alerts) {
    private static final int MOST = 500;

    GivenWorld {
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        changes = List.copyOf(changes);
        maintenance = List.copyOf(maintenance);
        alerts = List.copyOf(alerts);
    }

    /// @param graph as a test file declares it, unchecked
    /// @throws IllegalArgumentException with a sentence for the author
    static GivenWorld read(JsonNode graph, Span span) {
        var entities = new ArrayList<Entity>();
        each(graph, "entities").forEach(one -> entities.add(entity(one)));
        var links = new ArrayList<Link>();
        each(graph, "relations")
                .forEach(one ->
                        links.add(
                                new Link(
                                        id(entities, one.path("from")),
                                        one.path("type").asText(),
                                        id(entities, one.path("to")))));
        var changes = new ArrayList<Change>();
        each(graph, "changes")
                .forEach(one ->
                        changes.add(
                                new Change(
                                        id(entities, one.path("labels")),
                                        span.time(one.path("at").asText()),
                                        one.path("kind").asText(),
                                        one.path("text").asText())));
        var maintenance = new ArrayList<MaintenanceWindow>();
        each(graph, "maintenance")
                .forEach(one ->
                        maintenance.add(window(id(entities, one.path("labels")), one, span)));
        var alerts = new ArrayList<Alert>();
        each(graph, "alerts").forEach(one -> alerts.add(alert(one, span, alerts.size())));
        return new GivenWorld(entities, links, changes, maintenance, alerts);
    }

    /// The most specific of the entities whose own labels are all among these.
    static List<Entity> about(List<Entity> entities, Labels labels) {
        var found =
                entities.stream()
                        .filter(entity ->
                                labels.asMap()
                                        .entrySet()
                                        .containsAll(entity.key().labels().asMap().entrySet()))
                        .toList();
        int most = found.stream().mapToInt(entity -> entity.key().labels().size()).max().orElse(0);
        return found.stream().filter(entity -> entity.key().labels().size() == most).toList();
    }

    private static JsonNode each(JsonNode graph, String kind) {
        var given = graph.path(kind);
        if (given.size() > MOST) {
            throw new IllegalArgumentException(
                    "%,d %s; %,d are allowed".formatted(given.size(), kind, MOST));
        }
        return given;
    }

    private static Entity entity(JsonNode one) {
        var key = new EntityKey(one.path("type").asText(), labels(one.path("labels")));
        var name = one.path("name").isTextual() ? one.path("name").asText() : key.defaultName();
        var facts = new Facts(name, texts(one.path("tags")), texts(one.path("owners")));
        return new Entity(key, facts, Instant.EPOCH, null);
    }

    private static MaintenanceWindow window(String entity, JsonNode one, Span span) {
        var since = span.time(one.path("at").asText());
        var until = since.plus(Durations.parse(one.path("span").asText()));
        return new MaintenanceWindow(entity, entity, since, until, "");
    }

    private static Alert alert(JsonNode one, Span span, int number) {
        var since = span.time(one.path("at").asText());
        var state =
                one.path("span").isTextual()
                        ? new AlertState.Resolved(
                                since, since.plus(Durations.parse(one.path("span").asText())))
                        : new AlertState.Firing(since, since);
        var rule = one.path("rule").asText();
        return new Alert(
                "%013d-given-%d".formatted(since.toEpochMilli(), number),
                new AlertSubject(rule, Text.of(rule), labels(one.path("labels"))),
                since,
                new AlertStatus(
                        state,
                        new Condition.Ok(),
                        Severity.WARNING,
                        Evidence.none(),
                        Swings.none(),
                        since),
                null);
    }

    private static String id(List<Entity> entities, JsonNode given) {
        var labels = labels(given);
        var found = about(entities, labels);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "the check has no entity with labels %s: declare it before with t.entity(type, labels)"
                                    .formatted(labels)
                            : "labels %s are those of %d entities of the check: name more of them"
                                    .formatted(labels, found.size()));
        }
        return found.getFirst().id();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Labels labels(JsonNode given) {
        return RehearsalReader.labels(given);
    }
}
