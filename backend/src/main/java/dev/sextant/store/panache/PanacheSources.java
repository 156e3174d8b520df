// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.store.source.Source;
import dev.sextant.store.source.SourceSpec;
import dev.sextant.store.source.Sources;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sources in the relational database; their credentials are not here.
@ApplicationScoped
public class PanacheSources implements Sources {
    private final TenantTransactions transactions;
    private final ObjectMapper json;

    PanacheSources(TenantTransactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public List<Source> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        SourceEntity.<SourceEntity>list("order by name").stream()
                                .map(this::source)
                                .toList());
    }

    @Override
    public Optional<Source> find(TenantId tenant, String name) {
        return transactions.call(
                tenant,
                () ->
                        SourceEntity.<SourceEntity>find("name", name)
                                .firstResultOptional()
                                .map(this::source));
    }

    @Override
    public boolean add(TenantId tenant, Source source) {
        return transactions.call(
                tenant,
                () -> {
                    if (SourceEntity.count("name", source.name()) > 0) {
                        return false;
                    }
                    var row = new SourceEntity();
                    row.pk = UUID.randomUUID().toString();
                    fill(row, source);
                    row.persist();
                    return true;
                });
    }

    @Override
    public boolean replace(TenantId tenant, Source source) {
        return transactions.call(
                tenant,
                () -> {
                    var row =
                            SourceEntity.<SourceEntity>find("name", source.name())
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional();
                    if (row.isEmpty() || row.get().version != source.version() - 1) {
                        return false;
                    }
                    fill(row.get(), source);
                    return true;
                });
    }

    @Override
    public boolean delete(TenantId tenant, String name) {
        return transactions.call(tenant, () -> SourceEntity.delete("name", name) > 0);
    }

    private void fill(SourceEntity row, Source source) {
        row.name = source.name();
        row.version = source.version();
        try {
            row.definition = json.writeValueAsString(source.spec());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a source cannot be written", impossible);
        }
    }

    private Source source(SourceEntity row) {
        try {
            return Source.of(row.version, json.readValue(row.definition, SourceSpec.class));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a stored source cannot be read", damaged);
        }
    }
}
