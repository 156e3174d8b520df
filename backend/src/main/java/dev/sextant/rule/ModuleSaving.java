// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.rule.HeaderReader.Flaw;
import dev.sextant.rule.ModuleUses.ModuleUse;
import dev.sextant.rule.RuleSaving.Author;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Turns texts into saved modules: read by the language, held against the limits, counted. No rule changes by it; a rule
/// takes on newer modules when it is saved itself.
@ApplicationScoped
public class ModuleSaving {
    private final Modules modules;
    private final ModuleUses uses;
    private final HeaderReader reader;
    private final RuleConfig config;

    ModuleSaving(Modules modules, ModuleUses uses, HeaderReader reader, RuleConfig config) {
        this.modules = modules;
        this.uses = uses;
        this.reader = reader;
        this.config = config;
    }

    /// How a save ends.
    public sealed interface Saved {
        record Stored(ModuleVersion module) implements Saved {}

        record Invalid(List<Flaw> flaws) implements Saved {}

        record Exists(ModuleName name) implements Saved {}

        /// Somebody else saved or deleted in between.
        record Stale(ModuleName name) implements Saved {}
    }

    /// How a deletion ends.
    public sealed interface Deleted {
        record Gone() implements Deleted {}

        /// Refused: these rules run with it.
        record Used(List<ModuleUse> users) implements Deleted {}

        record Unknown() implements Deleted {}
    }

    public Saved create(TenantId tenant, ModuleName name, String source, Author author) {
        var newest = modules.newest(tenant);
        if (newest.containsKey(name)) {
            return new Saved.Exists(name);
        }
        if (newest.size() >= config.modules()) {
            return flaw(
                    "the tenant has %,d modules, and %,d are allowed"
                            .formatted(newest.size(), config.modules()));
        }
        int last =
                modules.versions(tenant, name).stream()
                        .mapToInt(ModuleVersion::number)
                        .max()
                        .orElse(0);
        return save(tenant, version(name, last + 1, source, author));
    }

    /// @param before the number of the version that the author saw
    public Saved replace(
            TenantId tenant, ModuleName name, int before, String source, Author author) {
        return save(tenant, version(name, before + 1, source, author));
    }

    public Deleted delete(TenantId tenant, ModuleName name) {
        var users = uses.list(tenant).getOrDefault(name, List.of());
        if (!users.isEmpty()) {
            return new Deleted.Used(users);
        }
        return modules.delete(tenant, name) ? new Deleted.Gone() : new Deleted.Unknown();
    }

    private Saved save(TenantId tenant, ModuleVersion module) {
        int bytes = module.source().getBytes(UTF_8).length;
        if (bytes > config.moduleBytes()) {
            return flaw(
                    "a module may have %,d bytes, this one has %,d"
                            .formatted(config.moduleBytes(), bytes));
        }
        var flaws = reader.readModule(tenant, module.name(), module.source());
        if (!flaws.isEmpty()) {
            return new Saved.Invalid(flaws);
        }
        return modules.put(tenant, module)
                ? new Saved.Stored(module)
                : new Saved.Stale(module.name());
    }

    private static ModuleVersion version(
            ModuleName name, int number, String source, Author author) {
        return new ModuleVersion(name, number, source, author.at(), author.account());
    }

    private static Saved flaw(String message) {
        return new Saved.Invalid(List.of(new Flaw("error", message, null, null)));
    }
}
