// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import dev.sextant.rule.ModuleName;
import dev.sextant.rule.ModuleVersion;
import dev.sextant.rule.Modules;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Modules in the relational database.
@ApplicationScoped
public class PanacheModules implements Modules {
    private final ModuleRows rows;
    private final ModuleVersionRows versionRows;
    private final TenantTransactions transactions;

    PanacheModules(
            ModuleRows rows, ModuleVersionRows versionRows, TenantTransactions transactions) {
        this.rows = rows;
        this.versionRows = versionRows;
        this.transactions = transactions;
    }

    @Override
    public SortedMap<ModuleName, Integer> newest(TenantId tenant) {
        return transactions.call(
                tenant,
                () -> {
                    var newest = new TreeMap<ModuleName, Integer>();
                    rows.listAll()
                            .forEach(row -> newest.put(new ModuleName(row.name), row.version));
                    return newest;
                });
    }

    @Override
    public Optional<ModuleVersion> find(TenantId tenant, ModuleName name, int number) {
        return transactions.call(
                tenant,
                () ->
                        versionRows
                                .find("moduleName = ?1 and number = ?2", name.value(), number)
                                .firstResultOptional()
                                .map(PanacheModules::version));
    }

    @Override
    public List<ModuleVersion> versions(TenantId tenant, ModuleName name) {
        return transactions.call(
                tenant,
                () ->
                        versionRows.stream("moduleName = ?1 order by number desc", name.value())
                                .map(PanacheModules::version)
                                .toList());
    }

    @Override
    public boolean put(TenantId tenant, ModuleVersion module) {
        return transactions.call(
                tenant,
                () -> {
                    var row =
                            rows.find("name", module.name().value())
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional()
                                    .orElseGet(() -> blank(module.name()));
                    if (module.number() != last(module.name()) + 1) {
                        return false;
                    }
                    row.version = module.number();
                    rows.persist(row);
                    keep(module);
                    return true;
                });
    }

    @Override
    public boolean delete(TenantId tenant, ModuleName name) {
        return transactions.call(tenant, () -> rows.delete("name", name.value()) > 0);
    }

    private int last(ModuleName name) {
        return versionRows.stream("moduleName = ?1 order by number desc", name.value())
                .mapToInt(row -> row.number)
                .findFirst()
                .orElse(0);
    }

    private static ModuleEntity blank(ModuleName name) {
        var row = new ModuleEntity();
        row.pk = UUID.randomUUID().toString();
        row.name = name.value();
        return row;
    }

    private void keep(ModuleVersion module) {
        var row = new ModuleVersionEntity();
        row.pk = UUID.randomUUID().toString();
        row.moduleName = module.name().value();
        row.number = module.number();
        row.source = module.source();
        row.savedAt = module.savedAt();
        row.savedBy = module.savedBy();
        versionRows.persist(row);
    }

    private static ModuleVersion version(ModuleVersionEntity row) {
        return new ModuleVersion(
                new ModuleName(row.moduleName), row.number, row.source, row.savedAt, row.savedBy);
    }
}
