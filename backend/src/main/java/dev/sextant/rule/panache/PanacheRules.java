// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rule.ModuleImport;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleHeader;
import dev.sextant.rule.RuleId;
import dev.sextant.rule.RuleVersion;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Rules in the relational database.
@ApplicationScoped
public class PanacheRules implements Rules {
    private final RuleRows rows;
    private final RuleVersionRows versionRows;
    private final EntityManager entities;
    private final TenantTransactions transactions;
    private final ObjectMapper json;

    PanacheRules(
            RuleRows rows,
            RuleVersionRows versionRows,
            EntityManager entities,
            TenantTransactions transactions,
            ObjectMapper json) {
        this.rows = rows;
        this.versionRows = versionRows;
        this.entities = entities;
        this.transactions = transactions;
        this.json = json;
    }

    // The clock serves all tenants, so this one question is asked across them, past Hibernate's
    // tenant filter.
    @Override
    @Transactional
    public Set<TenantId> tenantsWithEnabledRules() {
        List<?> names =
                entities.createNativeQuery(
                                "select distinct tenant_id from rule where enabled = true")
                        .getResultList();
        return names.stream()
                .map(name -> new TenantId(name.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Rule> find(TenantId tenant, RuleId id) {
        return transactions.call(tenant, () -> row(id).map(this::rule));
    }

    @Override
    public List<Rule> list(TenantId tenant) {
        return transactions.call(
                tenant, () -> rows.stream("order by name").map(this::rule).toList());
    }

    @Override
    public List<Rule> listEnabled(TenantId tenant) {
        return transactions.call(
                tenant, () -> rows.stream("enabled = true order by name").map(this::rule).toList());
    }

    @Override
    public List<RuleVersion> versions(TenantId tenant, RuleId id) {
        return transactions.call(
                tenant,
                () ->
                        versionRows.stream("ruleName = ?1 order by number desc", id.value())
                                .map(this::version)
                                .toList());
    }

    @Override
    public boolean create(TenantId tenant, Rule rule) {
        return transactions.call(
                tenant,
                () -> {
                    if (row(rule.id()).isPresent()) {
                        return false;
                    }
                    var row = new RuleEntity();
                    row.pk = UUID.randomUUID().toString();
                    row.name = rule.id().value();
                    fill(row, rule);
                    rows.persistAndFlush(row);
                    keepVersion(rule);
                    return true;
                });
    }

    @Override
    public boolean replace(TenantId tenant, Rule rule) {
        return transactions.call(
                tenant,
                () -> {
                    var row =
                            rows.find("name", rule.id().value())
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional();
                    if (row.isEmpty() || row.get().version != rule.version() - 1) {
                        return false;
                    }
                    fill(row.get(), rule);
                    keepVersion(rule);
                    return true;
                });
    }

    @Override
    public boolean delete(TenantId tenant, RuleId id) {
        return transactions.call(
                tenant,
                () -> {
                    versionRows.delete("ruleName", id.value());
                    return rows.delete("name", id.value()) > 0;
                });
    }

    private Optional<RuleEntity> row(RuleId id) {
        return rows.find("name", id.value()).firstResultOptional();
    }

    private void fill(RuleEntity row, Rule rule) {
        row.version = rule.version();
        row.language = rule.language();
        row.source = rule.source();
        row.tests = rule.tests();
        row.parameters = rule.parameters().toString();
        row.header = rule.header().json().toString();
        row.enabled = rule.enabled();
        row.activeSince = rule.activeSince();
        row.updatedAt = rule.updatedAt();
        row.updatedBy = rule.updatedBy();
    }

    private void keepVersion(Rule rule) {
        var imports = rule.header().json().path("imports");
        var row = new RuleVersionEntity();
        row.pk = UUID.randomUUID().toString();
        row.ruleName = rule.id().value();
        row.number = rule.version();
        row.language = rule.language();
        row.source = rule.source();
        row.tests = rule.tests();
        row.modules = imports.isArray() ? imports.toString() : "[]";
        row.savedAt = rule.updatedAt();
        row.savedBy = rule.updatedBy();
        versionRows.persist(row);
    }

    private Rule rule(RuleEntity row) {
        return new Rule(
                new RuleId(row.name),
                row.version,
                row.language,
                row.source,
                row.tests,
                object(row.parameters),
                RuleHeader.of(object(row.header)),
                row.enabled,
                row.activeSince,
                row.updatedAt,
                row.updatedBy);
    }

    private RuleVersion version(RuleVersionEntity row) {
        return new RuleVersion(
                row.number,
                row.language,
                row.source,
                row.tests,
                ModuleImport.list(tree(row.modules)),
                row.savedAt,
                row.savedBy);
    }

    private ObjectNode object(String text) {
        return (ObjectNode) tree(text);
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a rule's stored JSON cannot be read", damaged);
        }
    }
}
