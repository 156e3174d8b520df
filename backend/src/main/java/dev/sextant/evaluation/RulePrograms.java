// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.ModuleImport;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.Script;
import dev.sextant.script.Script.ModuleText;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Puts a script together with the modules that it runs with.
@ApplicationScoped
public class RulePrograms {
    private final ModuleTexts texts;

    public RulePrograms(ModuleTexts texts) {
        this.texts = texts;
    }

    /// The script with the modules that its header names, and those that it has already.
    public Script script(TenantId tenant, Script script, RuleHeader header) {
        return script(tenant, script, header.imports());
    }

    public Script script(TenantId tenant, Script script, List<ModuleImport> imports) {
        if (imports.isEmpty()) {
            return script;
        }
        var modules = new ArrayList<>(script.modules());
        texts.list(tenant, imports)
                .forEach(text -> modules.add(new ModuleText(text.name(), text.text())));
        return new Script(script.language(), script.source(), modules);
    }
}
