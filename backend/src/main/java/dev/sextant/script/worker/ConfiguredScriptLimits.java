// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.Language;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.TenantScriptLimits;
import dev.sextant.tenant.PlanConfig;
import dev.sextant.tenant.PlanConfig.Plan.Script;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// The limits of the configuration: what the tenant's plan says, else what all have.
@ApplicationScoped
public class ConfiguredScriptLimits implements TenantScriptLimits {
    private final WorkerConfiguration configuration;
    private final Plans plans;

    public ConfiguredScriptLimits(WorkerConfiguration configuration, Plans plans) {
        this.configuration = configuration;
        this.plans = plans;
    }

    @Override
    public ScriptLimits find(TenantId tenant) {
        var all = configuration.limits();
        var plan = plan(tenant);
        return new ScriptLimits(
                new ScriptLimits.Times(
                        plan.flatMap(Script::wallTime).orElse(all.wallTime()),
                        plan.flatMap(Script::cpuTime).orElse(all.cpuTime())),
                plan.flatMap(Script::hostCalls).orElse(all.hostCalls()),
                plan.flatMap(Script::rows).orElse(all.rows()),
                plan.flatMap(Script::logBytes).orElse(all.logBytes()),
                plan.flatMap(Script::resultBytes).orElse(all.resultBytes()));
    }

    /// CPU time of all its scripts in a minute.
    Duration cpuPerMinute(TenantId tenant) {
        return plan(tenant)
                .flatMap(Script::tenantCpuPerMinute)
                .orElse(configuration.limits().tenantCpuPerMinute());
    }

    /// Of the workers that run its scripts.
    WorkerShape shape(TenantId tenant, Language language) {
        var standard = standardShape(language);
        var plan = plan(tenant);
        var heap =
                switch (language) {
                    case JAVASCRIPT -> plan.flatMap(Script::heap);
                    case PYTHON -> plan.flatMap(Script::pythonHeap);
                    case ONNX -> Optional.<MemorySize>empty();
                };
        return new WorkerShape(
                language,
                heap.map(MemorySize::asLongValue).orElse(standard.heapBytes()),
                plan.flatMap(Script::stack)
                        .map(MemorySize::asLongValue)
                        .orElse(standard.stackBytes()),
                plan.flatMap(Script::statements).orElse(standard.statements()));
    }

    /// Of workers for tenants whose plan says nothing of it.
    WorkerShape standardShape(Language language) {
        var heap =
                switch (language) {
                    case JAVASCRIPT -> configuration.heap();
                    case PYTHON -> configuration.pythonHeap();
                    case ONNX -> configuration.modelHeap();
                };
        var all = configuration.limits();
        return new WorkerShape(
                language,
                WorkerCommand.bytes(heap),
                WorkerCommand.bytes(all.stack()),
                all.statements());
    }

    private Optional<Script> plan(TenantId tenant) {
        return plans.find(tenant).map(PlanConfig.Plan::script);
    }
}
