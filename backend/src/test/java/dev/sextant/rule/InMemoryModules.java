// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Modules without a database.
public final class InMemoryModules implements Modules {
    private record Line(TenantId tenant, ModuleVersion module) {}

    private record Key(TenantId tenant, ModuleName name) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<Key> deleted = new HashSet<>();

    @Override
    public synchronized SortedMap<ModuleName, Integer> newest(TenantId tenant) {
        var newest = new TreeMap<ModuleName, Integer>();
        lines.stream()
                .filter(line -> line.tenant().equals(tenant))
                .map(Line::module)
                .filter(module -> !deleted.contains(new Key(tenant, module.name())))
                .forEach(module -> newest.merge(module.name(), module.number(), Math::max));
        return newest;
    }

    @Override
    public synchronized Optional<ModuleVersion> find(TenantId tenant, ModuleName name, int number) {
        return versions(tenant, name).stream()
                .filter(module -> module.number() == number)
                .findFirst();
    }

    @Override
    public synchronized List<ModuleVersion> versions(TenantId tenant, ModuleName name) {
        return lines.stream()
                .filter(line -> line.tenant().equals(tenant))
                .map(Line::module)
                .filter(module -> module.name().equals(name))
                .sorted(Comparator.comparingInt(ModuleVersion::number).reversed())
                .toList();
    }

    @Override
    public synchronized boolean put(TenantId tenant, ModuleVersion module) {
        if (module.number() != versions(tenant, module.name()).size() + 1) {
            return false;
        }
        deleted.remove(new Key(tenant, module.name()));
        return lines.add(new Line(tenant, module));
    }

    @Override
    public synchronized boolean delete(TenantId tenant, ModuleName name) {
        return newest(tenant).containsKey(name) && deleted.add(new Key(tenant, name));
    }
}
