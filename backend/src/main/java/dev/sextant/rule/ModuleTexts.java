// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The texts of modules, for whoever runs scripts. Every evaluation asks for them, and a version never changes: the ones
/// used lately are kept in memory.
@ApplicationScoped
public class ModuleTexts {
    private static final long KEPT_CHARACTERS = 8L * 1024 * 1024;

    private final Modules modules;

    /// Most lately used last.
    private final LinkedHashMap<Key, String> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long characters;

    public ModuleTexts(Modules modules) {
        this.modules = modules;
    }

    private record Key(TenantId tenant, ModuleName name, int version) {}

    /// @param name as scripts import it
    public record Text(String name, String text) {}

    /// The texts of what a rule imports, in the same order.
    public List<Text> list(TenantId tenant, List<ModuleImport> imports) {
        return imports.stream()
                .map(wanted ->
                        new Text(
                                wanted.name().value(),
                                find(tenant, wanted.name(), wanted.version()).orElse("")))
                .toList();
    }

    Optional<String> find(TenantId tenant, ModuleName name, int version) {
        var key = new Key(tenant, name, version);
        var text = kept(key);
        if (text != null) {
            return Optional.of(text);
        }
        var found = modules.find(tenant, name, version).map(ModuleVersion::source);
        found.ifPresent(source -> keep(key, source));
        return found;
    }

    private synchronized @Nullable String kept(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, String source) {
        if (kept.put(key, source) == null) {
            characters += source.length();
        }
        var eldest = kept.entrySet().iterator();
        while (characters > KEPT_CHARACTERS && eldest.hasNext()) {
            Map.Entry<Key, String> dropped = eldest.next();
            characters -= dropped.getValue().length();
            eldest.remove();
        }
    }
}
