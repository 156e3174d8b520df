// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rule.RuleTests.Tested;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns drafts into saved rules: header read, parameters checked, tests run, version counted, clock told.
///
/// No version that fails its tests runs. A rule that is switched off, or new, is kept as it is and stays switched off. A rule
/// that runs goes on as it was: then nothing is saved, since a rule that watches something must not stop for an edit.
@ApplicationScoped
public class RuleSaving {
    private final Rules rules;
    private final HeaderReader headers;
    private final RuleTests tests;
    private final Event<RuleChanged> changes;

    RuleSaving(Rules rules, HeaderReader headers, RuleTests tests, Event<RuleChanged> changes) {
        this.rules = rules;
        this.headers = headers;
        this.tests = tests;
        this.changes = changes;
    }

    /// How a save ends.
    public sealed interface Saved {
        /// @param rule as it is now: switched off when its tests fail, whatever the draft said
        /// @param tested what its tests came to; null when they did not run
        record Stored(Rule rule, @Nullable Tested tested) implements Saved {}

        /// Nothing was changed: the rule runs, and this version of it fails its tests.
        record TestsFailed(Rule current, Tested tested) implements Saved {}

        /// @param flaws what is wrong with the script, its id or its parameters
        record Invalid(List<HeaderReader.Flaw> flaws) implements Saved {}

        /// A rule of that id exists already.
        record Exists(RuleId id) implements Saved {}

        /// Somebody else saved in between.
        ///
        /// @param current what stands now
        record Stale(Rule current) implements Saved {}
    }

    /// @param author who saves, and when
    public Saved create(TenantId tenant, RuleDraft draft, Author author) {
        if (draft.source() == null) {
            return flaw("a new rule needs its source");
        }
        var language = draft.language() == null ? "javascript" : draft.language();
        return switch (headers.read(tenant, language, draft.source())) {
            case HeaderReader.Reading.Invalid(var flaws) -> new Saved.Invalid(flaws);
            case HeaderReader.Reading.Valid(var header, _) -> {
                var rule =
                        new Rule(
                                header.id(),
                                1,
                                language,
                                draft.source(),
                                tests(draft, null),
                                draft.parameters() == null ? none() : draft.parameters(),
                                header,
                                draft.enabled() == null || draft.enabled(),
                                author.at(),
                                author.at(),
                                author.account());
                var faults = ParameterCheck.faults(header, rule.parameters());
                if (!faults.isEmpty()) {
                    yield flaw(String.join("; ", faults));
                }
                yield rules.find(tenant, rule.id()).isPresent()
                        ? new Saved.Exists(rule.id())
                        : create(tenant, rule, tested(tenant, rule));
            }
        };
    }

    private Saved create(TenantId tenant, Rule rule, @Nullable Tested tested) {
        var kept = hasFailed(tested) ? switchedOff(rule) : rule;
        return rules.create(tenant, kept)
                ? stored(tenant, kept, tested)
                : new Saved.Exists(rule.id());
    }

    /// @param before the version that the author saw
    public Saved replace(TenantId tenant, Rule before, RuleDraft draft, Author author) {
        var source = draft.source() == null ? before.source() : draft.source();
        var language = draft.language() == null ? before.language() : draft.language();
        var isSameScript = source.equals(before.source()) && language.equals(before.language());
        if (isSameScript && !Boolean.TRUE.equals(draft.newestModules())) {
            return replace(tenant, before, next(before, draft, before.header(), author));
        }
        return switch (headers.read(tenant, language, source)) {
            case HeaderReader.Reading.Invalid(var flaws) -> new Saved.Invalid(flaws);
            case HeaderReader.Reading.Valid(var header, _) when !header.id().equals(before.id()) ->
                    flaw(
                            "the script now calls itself %s; a rule keeps its id %s: save it as a new rule instead"
                                    .formatted(header.id(), before.id()));
            case HeaderReader.Reading.Valid(var header, _) ->
                    replace(tenant, before, next(before, draft, header, author));
        };
    }

    /// @return whether there was one
    public boolean delete(TenantId tenant, RuleId id, Instant now) {
        var existed = rules.delete(tenant, id);
        changes.fire(new RuleChanged(tenant, id, now));
        return existed;
    }

    private Saved replace(TenantId tenant, Rule before, Rule next) {
        var faults = ParameterCheck.faults(next.header(), next.parameters());
        if (!faults.isEmpty()) {
            return flaw(String.join("; ", faults));
        }
        boolean isToTest = !isSameProgram(before, next) || (next.enabled() && !before.enabled());
        var tested = isToTest ? tested(tenant, next) : null;
        if (hasFailed(tested) && before.enabled() && next.enabled()) {
            return new Saved.TestsFailed(before, Objects.requireNonNull(tested));
        }
        var kept = hasFailed(tested) ? switchedOff(next) : next;
        if (rules.replace(tenant, kept)) {
            return stored(tenant, kept, tested);
        }
        return new Saved.Stale(rules.find(tenant, before.id()).orElse(before));
    }

    private @Nullable Tested tested(TenantId tenant, Rule rule) {
        return rule.tests() == null ? null : tests.run(tenant, rule, rule.tests());
    }

    private static boolean hasFailed(@Nullable Tested tested) {
        return tested != null && !tested.passed();
    }

    private static boolean isSameProgram(Rule before, Rule next) {
        return next.source().equals(before.source())
                && next.language().equals(before.language())
                && Objects.equals(next.tests(), before.tests())
                && next.parameters().equals(before.parameters())
                && next.header().imports().equals(before.header().imports());
    }

    private static Rule switchedOff(Rule rule) {
        return new Rule(
                rule.id(),
                rule.version(),
                rule.language(),
                rule.source(),
                rule.tests(),
                rule.parameters(),
                rule.header(),
                false,
                rule.activeSince(),
                rule.updatedAt(),
                rule.updatedBy());
    }

    private static Rule next(Rule before, RuleDraft draft, RuleHeader header, Author author) {
        var enabled = draft.enabled() == null ? before.enabled() : draft.enabled();
        var sameSlots =
                enabled == before.enabled() && header.timing().equals(before.header().timing());
        return new Rule(
                before.id(),
                before.version() + 1,
                draft.language() == null ? before.language() : draft.language(),
                draft.source() == null ? before.source() : draft.source(),
                tests(draft, before.tests()),
                draft.parameters() == null ? before.parameters() : draft.parameters(),
                header,
                enabled,
                sameSlots ? before.activeSince() : author.at(),
                author.at(),
                author.account());
    }

    private static @Nullable String tests(RuleDraft draft, @Nullable String before) {
        var tests = draft.tests() == null ? before : draft.tests();
        return tests == null || tests.isBlank() ? null : tests;
    }

    private Saved stored(TenantId tenant, Rule rule, @Nullable Tested tested) {
        changes.fire(new RuleChanged(tenant, rule.id(), rule.updatedAt()));
        return new Saved.Stored(rule, tested);
    }

    private static Saved flaw(String message) {
        return new Saved.Invalid(List.of(new HeaderReader.Flaw("error", message, null, null)));
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Who saves, and when.
    public record Author(String account, Instant at) {}
}
