// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.alert.AlertLifecycle;
import dev.sextant.alert.AlertPolicy;
import dev.sextant.alert.AlertSource;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Judgement;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Text;
import dev.sextant.alert.Transition;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One alert's transitions, made by the real life cycle.
///
/// @param firing the step that fires, at the start
/// @param resolved the step that resolves, a minute later
record Steps(Transition firing, Transition resolved) {
    static Steps of(TenantId tenant, String host, Instant start) {
        var lifecycle = lifecycle(tenant, Duration.ZERO);
        var open = lifecycle.advanceAll(List.of(), fire(host), start);
        var ended =
                lifecycle.advanceAll(
                        open.after(), Judgement.ofSuspects(List.of()), start.plusSeconds(60));
        return new Steps(open.transitions().getFirst(), ended.transitions().getFirst());
    }

    /// A step that nobody is to be told of.
    static Transition pending(TenantId tenant, String host, Instant start) {
        return lifecycle(tenant, Duration.ofHours(1))
                .advanceAll(List.of(), fire(host), start)
                .transitions()
                .getFirst();
    }

    String alertId() {
        return firing.alert().id();
    }

    private static AlertLifecycle lifecycle(TenantId tenant, Duration hold) {
        return new AlertLifecycle(
                new AlertSource(
                        tenant, "cpu-high", new Text(Map.of("en", "CPU high", "zh", "CPU 过高"))),
                new AlertPolicy(hold, Duration.ZERO, null));
    }

    private static Judgement fire(String host) {
        var evidence =
                new Evidence(0.97, null, new Text(Map.of("en", "97 % busy", "zh", "繁忙")), "[]");
        return Judgement.ofSuspects(
                List.of(new Finding.Fire(Labels.of("host", host), Severity.CRITICAL, evidence)));
    }
}
