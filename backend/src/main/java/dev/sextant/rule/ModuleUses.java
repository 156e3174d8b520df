// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which rules run with which modules.
@ApplicationScoped
public class ModuleUses {
    private final Rules rules;

    ModuleUses(Rules rules) {
        this.rules = rules;
    }

    /// One rule that imports a module, itself or through another module.
    ///
    /// @param version the version of the module that the rule runs with
    /// @param pinned whether the rule asks for this version
    public record ModuleUse(String rule, int version, boolean pinned) {}

    /// By module, in order of the rules' ids; a module that nobody uses is absent.
    Map<ModuleName, List<ModuleUse>> list(TenantId tenant) {
        var uses = new TreeMap<ModuleName, List<ModuleUse>>();
        for (var rule : rules.list(tenant)) {
            for (var module : rule.header().imports()) {
                uses.computeIfAbsent(module.name(), _ -> new ArrayList<>())
                        .add(new ModuleUse(rule.id().value(), module.version(), module.pinned()));
            }
        }
        return uses;
    }
}
