// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.ScriptLimits;
import dev.sextant.script.TenantScriptLimits;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/// The same limits for every tenant, from the configuration.
@ApplicationScoped
public class ConfiguredScriptLimits implements TenantScriptLimits {
    private final WorkerConfiguration configuration;

    ConfiguredScriptLimits(WorkerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public ScriptLimits find(TenantId tenant) {
        var limits = configuration.limits();
        var times =
                new ScriptLimits.Times(ScriptLimits.standard().times().wall(), limits.cpuTime());
        return new ScriptLimits(
                times, limits.hostCalls(), limits.rows(), limits.logBytes(), limits.resultBytes());
    }
}
