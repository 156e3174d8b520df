// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.RulePrograms;
import dev.sextant.rule.ModuleImport;
import dev.sextant.rule.ModuleLinks;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.script.Script.ModuleText;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Puts test files together with what they import.
@ApplicationScoped
class TestPrograms {
    private static final Pattern RULE_FILE =
            Pattern.compile("[\"'](?:\\./)?([\\w.-]+\\.rule\\.js)[\"']");

    private final ModuleLinks links;
    private final RulePrograms rules;

    TestPrograms(ModuleLinks links, RulePrograms rules) {
        this.links = links;
        this.rules = rules;
    }

    /// What puts rules together.
    RulePrograms rules() {
        return rules;
    }

    /// The test file with the rule and all modules that either of them imports.
    Script of(TenantId tenant, Job job, String tests) {
        var language = job.script().language();
        var modules = new ArrayList<ModuleText>();
        ruleFiles(job, tests)
                .forEach(name -> modules.add(new ModuleText(name, job.script().source())));
        var imports = new TreeMap<String, ModuleImport>();
        var draft = ModuleLinks.Draft.rule(language.text(), tests, Map.of());
        links.link(tenant, draft).imports().forEach(one -> imports.put(one.name().value(), one));
        job.header().imports().forEach(one -> imports.put(one.name().value(), one));
        return rules.script(
                tenant, new Script(language, tests, modules), List.copyOf(imports.values()));
    }

    /// The names by which a test file imports the rule.
    private static List<String> ruleFiles(Job job, String tests) {
        var id = job.header().id().value();
        if (job.script().language() == Language.PYTHON) {
            return List.of(id.replace('-', '_') + ".py");
        }
        return RULE_FILE
                .matcher(tests)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(1)
                .toList();
    }
}
