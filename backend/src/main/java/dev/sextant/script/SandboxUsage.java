// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/// How the sandbox runs scripts.
@ApplicationScoped
public class SandboxUsage implements UsageSource {
    private final Sandbox sandbox;

    SandboxUsage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        var status = sandbox.status();
        return Map.of(
                "sandbox",
                Map.of(
                        "runtime",
                        status.compiled() ? "compiled" : "interpreted",
                        "workers",
                        status.workers(),
                        "dropped",
                        status.dropped(),
                        "notDropped",
                        status.notDropped()));
    }
}
