// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/// Starts the clock when everything else is up.
@ApplicationScoped
public class ClockStart {
    private static final int LATE = Interceptor.Priority.LIBRARY_AFTER + 500;

    private final RuleClock clock;

    ClockStart(RuleClock clock) {
        this.clock = clock;
    }

    void onStart(@Observes @Priority(LATE) StartupEvent ignored) {
        clock.start();
    }
}
