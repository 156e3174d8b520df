// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.uses;

import dev.sextant.laboratory.AlgorithmName;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.Rule;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The rules whose text, or that of a module which they import, names an algorithm of the tenant's own in quotation marks.
@ApplicationScoped
public class RuleAlgorithmUses {
    private static final String QUOTE = "[\"'`]";

    private final Rules rules;
    private final ModuleTexts modules;

    RuleAlgorithmUses(Rules rules, ModuleTexts modules) {
        this.rules = rules;
        this.modules = modules;
    }

    /// One rule.
    ///
    /// @param title by language tag
    /// @param isFollowing whether it names the algorithm without a version, which means the stable one
    /// @param versions that it names by number, ascending
    /// @param through names of the modules that name the algorithm
    public record Use(
            String rule,
            Map<String, String> title,
            boolean isFollowing,
            List<Integer> versions,
            List<String> through) {
        public Use {
            title = Map.copyOf(title);
            versions = List.copyOf(versions);
            through = List.copyOf(through);
        }
    }

    /// In the order in which rules are listed.
    public List<Use> uses(TenantId tenant, AlgorithmName name) {
        var written =
                Pattern.compile(QUOTE + Pattern.quote(name.full()) + "(?:@(\\d{1,6}))?" + QUOTE);
        return rules.list(tenant).stream()
                .map(rule -> use(rule, modules.list(tenant, rule.header().imports()), written))
                .filter(use -> use.isFollowing() || !use.versions().isEmpty())
                .toList();
    }

    private static Use use(Rule rule, List<ModuleTexts.Text> modules, Pattern written) {
        var named = new TreeSet<>(named(rule.source(), written));
        modules.forEach(module -> named.addAll(named(module.text(), written)));
        return new Use(
                rule.id().value(),
                rule.header().title(),
                named.contains(""),
                named.stream()
                        .filter(number -> !number.isEmpty())
                        .map(Integer::valueOf)
                        .sorted()
                        .toList(),
                modules.stream()
                        .filter(module -> written.matcher(module.text()).find())
                        .map(ModuleTexts.Text::name)
                        .toList());
    }

    /// The versions that a text names; an empty one for the name alone.
    private static List<String> named(String text, Pattern written) {
        return written.matcher(text)
                .results()
                .map(found -> Objects.requireNonNullElse(found.group(1), ""))
                .toList();
    }
}
