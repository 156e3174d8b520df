// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// What the room measures of itself: `sextant_notify_deliveries_total{status}` counts attempts by how they left the
/// delivery, `sextant_notify_seconds` times them.
@ApplicationScoped
public class DeliveryMeters {
    private final MeterRegistry registry;

    DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    SendOutcome time(Supplier<SendOutcome> attempt) {
        var sample = Timer.start(registry);
        try {
            return attempt.get();
        } finally {
            sample.stop(registry.timer("sextant.notify"));
        }
    }

    void count(DeliveryState state) {
        registry.counter("sextant.notify.deliveries", "status", state.text()).increment();
    }
}
