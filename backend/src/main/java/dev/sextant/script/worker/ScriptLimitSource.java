// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.Language;
import dev.sextant.tenant.Limit;
import dev.sextant.tenant.LimitSource;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the scripts of a tenant may use, under the names by which they meet it.
@ApplicationScoped
class ScriptLimitSource implements LimitSource {
    private static final String MILLISECONDS = "ms";
    private static final String BYTES = "bytes";
    private static final String COUNT = "";

    private final ConfiguredScriptLimits limits;
    private final CpuBudgets budgets;

    ScriptLimitSource(ConfiguredScriptLimits limits, CpuBudgets budgets) {
        this.limits = limits;
        this.budgets = budgets;
    }

    @Override
    public List<Limit> limits(TenantId tenant) {
        var each = limits.find(tenant);
        var javaScript = limits.shape(tenant, Language.JAVASCRIPT);
        var python = limits.shape(tenant, Language.PYTHON);
        var cpu = budgets.use(tenant);
        return List.of(
                Limit.each("wallTime", each.times().wall().toMillis(), MILLISECONDS),
                Limit.each("cpuTime", each.times().cpu().toMillis(), MILLISECONDS),
                Limit.each("statements", javaScript.statements(), COUNT),
                Limit.each("stack", javaScript.stackBytes(), BYTES),
                Limit.each("memory", javaScript.heapBytes(), BYTES),
                Limit.each("pythonMemory", python.heapBytes(), BYTES),
                Limit.each("hostCalls", each.hostCalls(), COUNT),
                Limit.each("rows", each.rows(), COUNT),
                Limit.each("logBytes", each.logBytes(), BYTES),
                Limit.each("resultBytes", each.resultBytes(), BYTES),
                new Limit(cpu.name(), cpu.used(), cpu.allowed(), cpu.unit()));
    }
}
