// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.uses;

import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.host.Needs;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.Rule;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.MetricUse;
import dev.sextant.tenant.MetricUse.Strength;
import dev.sextant.tenant.MetricUseSource;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules that read a metric. What the ledger says of a rule's newest slot is surest; then its text and its modules'
/// texts, where the metric stands in quotation marks; then its header alone.
@ApplicationScoped
public class RuleMetricUses implements MetricUseSource {
    private final Rules rules;
    private final ModuleTexts modules;
    private final EvaluationLog log;

    RuleMetricUses(Rules rules, ModuleTexts modules, EvaluationLog log) {
        this.rules = rules;
        this.modules = modules;
        this.log = log;
    }

    @Override
    public List<MetricUse> uses(TenantId tenant, String metric) {
        var latest = log.latest(tenant);
        return rules.list(tenant).stream()
                .filter(rule -> new Needs(rule.header().needs()).mayRead(metric))
                .map(rule -> use(tenant, rule, metric, latest.get(rule.id())))
                .sorted(Comparator.comparing(MetricUse::strength).thenComparing(MetricUse::id))
                .toList();
    }

    private MetricUse use(TenantId tenant, Rule rule, String metric, @Nullable LedgerEntry last) {
        var through =
                modules.list(tenant, rule.header().imports()).stream()
                        .filter(module -> isNamedIn(module.text(), metric))
                        .map(ModuleTexts.Text::name)
                        .toList();
        var askedAt = last != null && last.detail().cost().hasRead(metric) ? last.slot() : null;
        var named = !through.isEmpty() || isNamedIn(rule.source(), metric);
        return new MetricUse(
                "rule",
                rule.id().value(),
                rule.header().title(),
                strength(askedAt != null, named),
                through,
                askedAt);
    }

    private static Strength strength(boolean asked, boolean named) {
        if (asked) {
            return Strength.ASKED;
        }
        return named ? Strength.NAMED : Strength.ALLOWED;
    }

    private static boolean isNamedIn(String text, String metric) {
        return text.contains('"' + metric + '"')
                || text.contains('\'' + metric + '\'')
                || text.contains('`' + metric + '`');
    }
}
