// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.alert.Alert;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.Stage;
import dev.sextant.evaluation.host.ScriptCall;
import dev.sextant.script.HostAnswer;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `ctx.alerts`: the alerts of the tenant, newest first: those under way or, with `last`, those that were within it.
@ApplicationScoped
class AlertsCall implements ScriptCall {
    private static final int MOST = 5_001;

    private final Alerts alerts;

    AlertsCall(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public String need() {
        return "alerts:read";
    }

    @Override
    public HostAnswer answer(TenantId tenant, JsonNode arguments, Instant now) {
        try {
            boolean isHistory = arguments.has("last");
            var since = isHistory ? now.minus(SetJson.duration(arguments.path("last"))) : now;
            var found = alerts.listWithin(tenant, since, now, MOST);
            return new HostAnswer.Records(
                    found.stream().<JsonNode>map(alert -> json(alert, now)).toList());
        } catch (IllegalArgumentException wrong) {
            return new HostAnswer.Refused("invalid-call", String.valueOf(wrong.getMessage()));
        }
    }

    private static JsonNode json(Alert alert, Instant now) {
        var fired = known(alert.firedAt(), now);
        var resolved = known(alert.resolvedAt(), now);
        var stage =
                fired == null ? Stage.PENDING : resolved == null ? Stage.FIRING : Stage.RESOLVED;
        var json = JsonNodeFactory.instance.objectNode();
        json.set("labels", EntityJson.labels(alert.labels()));
        json.put("ruleId", alert.ruleId());
        json.put("state", stage.text());
        json.put("severity", alert.severity().text());
        json.put("since", alert.openedAt().toEpochMilli());
        json.put("firedAt", fired);
        json.put("resolvedAt", resolved);
        return json;
    }

    /// A time as far as it was known then.
    private static @Nullable Long known(@Nullable Instant time, Instant now) {
        return time == null || time.isAfter(now) ? null : Long.valueOf(time.toEpochMilli());
    }
}
