// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.rule.ModuleReferences.Reference;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the modules that a script imports, and those that they import in turn, each in one version.
@ApplicationScoped
public class ModuleLinks {
    /// Modules that one rule may run with, all together: they travel with every evaluation.
    private static final int MOST_MODULES = 50;

    private static final int MOST_CHARACTERS = 262_144;

    private final Modules modules;
    private final ModuleTexts texts;

    public ModuleLinks(Modules modules, ModuleTexts texts) {
        this.modules = modules;
        this.texts = texts;
    }

    /// A script to find modules for.
    ///
    /// @param pins versions that its header asks for, by a module's name without ending
    /// @param folder where it stands: empty for a rule, else that of a module, with a slash at its end
    public record Draft(String language, String source, Map<String, Integer> pins, String folder) {
        public static Draft rule(String language, String source, Map<String, Integer> pins) {
            return new Draft(language, source, pins, "");
        }
    }

    /// What a script runs with.
    ///
    /// @param imports in order of their names
    /// @param strangers names that the script may mean and no module has
    public record Linked(List<ModuleImport> imports, List<Stranger> strangers) {
        public Linked {
            imports = List.copyOf(imports);
            strangers = List.copyOf(strangers);
        }

        /// The first name without a module that a sentence of the language speaks of.
        public Optional<Stranger> strangerIn(String message) {
            return strangers.stream().filter(stranger -> stranger.isNamedIn(message)).findFirst();
        }
    }

    /// A name that is no module's, where the script writes it.
    public record Stranger(String name, String written, int line, int column) {
        boolean isNamedIn(String message) {
            return message.contains(name) || message.contains('"' + written + '"');
        }
    }

    /// @throws IllegalArgumentException with a sentence for the author when a pin names no version, or there are too many
    public Linked link(TenantId tenant, Draft draft) {
        return new Run(tenant, draft).linked();
    }

    /// The names of a tenant's modules of a language.
    public List<String> names(TenantId tenant, String language) {
        return modules.newest(tenant).keySet().stream()
                .filter(name -> name.language().equals(language))
                .map(ModuleName::value)
                .toList();
    }

    private final class Run {
        private final TenantId tenant;
        private final Draft draft;
        private final SortedMap<ModuleName, Integer> newest;
        private final TreeMap<ModuleName, ModuleImport> imports = new TreeMap<>();
        private final ArrayDeque<ModuleImport> unread = new ArrayDeque<>();
        private long characters;

        Run(TenantId tenant, Draft draft) {
            this.tenant = tenant;
            this.draft = draft;
            this.newest = modules.newest(tenant);
        }

        Linked linked() {
            var own = ModuleReferences.of(draft.language(), draft.source(), draft.folder());
            own.forEach(this::follow);
            while (!unread.isEmpty()) {
                read(unread.remove());
            }
            return new Linked(new ArrayList<>(imports.values()), strangers(own));
        }

        private void read(ModuleImport module) {
            var source = texts.find(tenant, module.name(), module.version()).orElse("");
            characters += source.length();
            if (characters > MOST_CHARACTERS) {
                throw new IllegalArgumentException(
                        "the modules of one rule may have %,d characters together; with %s they have %,d"
                                .formatted(MOST_CHARACTERS, module.name(), characters));
            }
            ModuleReferences.of(draft.language(), source, module.name().folder())
                    .forEach(this::follow);
        }

        private void follow(Reference reference) {
            ModuleName.of(reference.name())
                    .filter(name -> name.language().equals(draft.language()))
                    .filter(name -> !imports.containsKey(name))
                    .flatMap(this::found)
                    .ifPresent(this::add);
        }

        private void add(ModuleImport module) {
            imports.put(module.name(), module);
            unread.add(module);
            if (imports.size() > MOST_MODULES) {
                throw new IllegalArgumentException(
                        "one rule may import %d modules, those of its modules included"
                                .formatted(MOST_MODULES));
            }
        }

        private Optional<ModuleImport> found(ModuleName name) {
            var pin = draft.pins().get(name.stem());
            if (pin == null) {
                return Optional.ofNullable(newest.get(name))
                        .map(version -> new ModuleImport(name, version, false));
            }
            if (texts.find(tenant, name, pin).isEmpty()) {
                throw new IllegalArgumentException(
                        "modules: there is no version %d of %s; its newest is %s"
                                .formatted(pin, name, newest.getOrDefault(name, 0)));
            }
            return Optional.of(new ModuleImport(name, pin, true));
        }

        private List<Stranger> strangers(List<Reference> own) {
            return own.stream()
                    .filter(reference ->
                            ModuleName.of(reference.name()).filter(imports::containsKey).isEmpty())
                    .map(reference ->
                            new Stranger(
                                    reference.name(),
                                    reference.written(),
                                    reference.line(),
                                    reference.column()))
                    .toList();
        }
    }
}
