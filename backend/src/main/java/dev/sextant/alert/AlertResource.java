// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The alerts of the caller's tenant and their time lines.
@Path("/api/v1/alerts")
@RolesAllowed("viewer")
@Tag(name = "alerts", description = "What is or was wrong; role viewer and up")
public class AlertResource {
    private static final int MAX_LIMIT = 500;

    private final Alerts alerts;
    private final CurrentTenant tenant;

    public AlertResource(Alerts alerts, CurrentTenant tenant) {
        this.alerts = alerts;
        this.tenant = tenant;
    }

    /// An alert as it is listed.
    ///
    /// @param state `pending`, `firing`, `resolved` or `inactive`
    /// @param condition whether the rule can see it: `ok`, `noData` or `error`
    /// @param since since when it is bad
    /// @param flapping whether it is held as firing because it comes and goes
    @Schema(name = "Alert")
    public record View(
            String id,
            String ruleId,
            Map<String, String> ruleTitle,
            Map<String, String> labels,
            String state,
            String condition,
            String severity,
            @Nullable Double value,
            @Nullable Map<String, String> reason,
            Instant since,
            @Nullable Instant firedAt,
            @Nullable Instant resolvedAt,
            boolean flapping) {
        static View of(Alert alert) {
            return new View(
                    alert.id(),
                    alert.ruleId(),
                    alert.subject().ruleTitle().byLanguage(),
                    alert.labels().asMap(),
                    alert.stage().text(),
                    alert.status().condition().text(),
                    alert.severity().text(),
                    alert.evidence().value(),
                    languages(alert.evidence().reason()),
                    alert.openedAt(),
                    alert.firedAt(),
                    alert.resolvedAt(),
                    alert.isOpen() && alert.status().swings().held());
        }
    }

    /// One step in the life of an alert; `from` equals `to` when only its severity changed, its suppression ended, it was told
    /// again, or it began or ceased to be held because it comes and goes.
    @Schema(name = "AlertStep")
    public record StepView(
            Instant at,
            String from,
            String to,
            String severity,
            @Nullable Double value,
            @Nullable Map<String, String> reason) {
        static StepView of(TimelineEntry entry) {
            return new StepView(
                    entry.at(),
                    entry.from().text(),
                    entry.to().text(),
                    entry.symptom().severity().text(),
                    entry.symptom().value(),
                    languages(entry.symptom().reason()));
        }
    }

    /// An alert with its time line, oldest step first, and the charts of its last evidence.
    @Schema(name = "AlertDetail")
    public record DetailView(
            @JsonUnwrapped View alert,
            List<StepView> timeline,
            @JsonRawValue @Schema(type = SchemaType.ARRAY, implementation = Object.class)
                    String charts) {}

    @GET
    @Operation(operationId = "listAlerts", summary = "Alerts, the newest first")
    @APIResponse(responseCode = "200", description = "A page of alerts")
    @APIResponse(responseCode = "400", description = "invalid-argument: no such state")
    public Page<View> list(
            @QueryParam("state") List<String> state,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after) {
        var size = Math.clamp(limit, 1, MAX_LIMIT);
        var found =
                alerts.list(
                        tenant.id(),
                        new AlertFilter(stages(state), rule),
                        new AlertPage(after, size + 1));
        var items = found.stream().limit(size).map(View::of).toList();
        return new Page<>(items, found.size() > size ? items.getLast().id() : null);
    }

    private static Set<Stage> stages(List<String> state) {
        return state.stream()
                .flatMap(part -> Arrays.stream(part.split(",")))
                .filter(part -> !part.isBlank())
                .map(part -> Stage.of(part.strip()))
                .collect(Collectors.toSet());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "findAlert", summary = "One alert with its time line and charts")
    @APIResponse(responseCode = "200", description = "The alert")
    @APIResponse(responseCode = "404", description = "unknown-alert")
    public DetailView find(String id) {
        var episode =
                alerts.find(tenant.id(), id)
                        .orElseThrow(() ->
                                new Problem(404, "unknown-alert", "this tenant has no such alert"));
        return new DetailView(
                View.of(episode.alert()),
                episode.timeline().stream().map(StepView::of).toList(),
                episode.alert().evidence().charts());
    }

    private static @Nullable Map<String, String> languages(@Nullable Text text) {
        return text == null ? null : text.byLanguage();
    }
}
