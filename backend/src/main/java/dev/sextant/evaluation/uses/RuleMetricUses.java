// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.uses;

import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.host.Needs;
import dev.sextant.rule.ModuleTexts;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleChanged;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.MetricUse;
import dev.sextant.tenant.MetricUse.Strength;
import dev.sextant.tenant.MetricUseSource;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rules that read a metric. What the ledger says of a rule's newest slot is surest; then its text and its modules'
/// texts, where the metric stands in quotation marks; then its header alone.
@ApplicationScoped
public class RuleMetricUses implements MetricUseSource, TenantHoldings {
    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private final Rules rules;
    private final ModuleTexts modules;
    private final EvaluationLog log;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    RuleMetricUses(Rules rules, ModuleTexts modules, EvaluationLog log) {
        this.rules = rules;
        this.modules = modules;
        this.log = log;
    }

    /// A rule with the texts of its modules and its newest entry of the ledger.
    private record Reader(
            Rule rule, Needs needs, List<ModuleTexts.Text> modules, @Nullable LedgerEntry last) {}

    private record Known(List<Reader> readers, long readAt) {}

    /// A page asks for the uses of many metrics in a row: the rules are read once for all of them.
    @Override
    public List<MetricUse> uses(TenantId tenant, String metric) {
        return readers(tenant).stream()
                .filter(reader -> reader.needs().mayRead(metric))
                .map(reader -> use(reader, metric))
                .sorted(Comparator.comparing(MetricUse::strength).thenComparing(MetricUse::id))
                .toList();
    }

    void onChange(@Observes RuleChanged change) {
        known.remove(change.tenant());
    }

    @Override
    public void erase(TenantId tenant) {
        known.remove(tenant);
    }

    private List<Reader> readers(TenantId tenant) {
        var before = known.get(tenant);
        if (before != null && System.nanoTime() - before.readAt() < FRESH) {
            return before.readers();
        }
        var latest = log.latest(tenant);
        var readers =
                rules.list(tenant).stream()
                        .map(rule ->
                                new Reader(
                                        rule,
                                        new Needs(rule.header().needs()),
                                        modules.list(tenant, rule.header().imports()),
                                        latest.get(rule.id())))
                        .toList();
        known.put(tenant, new Known(readers, System.nanoTime()));
        return readers;
    }

    private static MetricUse use(Reader reader, String metric) {
        var rule = reader.rule();
        var last = reader.last();
        var through =
                reader.modules().stream()
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
