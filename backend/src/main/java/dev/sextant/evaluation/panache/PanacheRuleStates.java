// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.RuleStates;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/// What rules remember, in the relational database.
@ApplicationScoped
public class PanacheRuleStates implements RuleStates {
    private final RuleStateRows rows;
    private final TenantTransactions transactions;
    private final ObjectMapper json;

    PanacheRuleStates(RuleStateRows rows, TenantTransactions transactions, ObjectMapper json) {
        this.rows = rows;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public JsonNode find(TenantId tenant, RuleId rule) {
        return transactions.call(
                tenant,
                () -> row(rule).map(row -> parse(row.state)).orElseGet(json::createObjectNode));
    }

    @Override
    public void put(TenantId tenant, RuleId rule, JsonNode state) {
        transactions.run(
                tenant,
                () -> {
                    var row = row(rule).orElseGet(() -> added(rule));
                    row.state = state.toString();
                });
    }

    @Override
    public void delete(TenantId tenant, RuleId rule) {
        transactions.run(tenant, () -> rows.delete("ruleName", rule.value()));
    }

    private Optional<RuleStateEntity> row(RuleId rule) {
        return rows.find("ruleName", rule.value()).firstResultOptional();
    }

    private RuleStateEntity added(RuleId rule) {
        var row = new RuleStateEntity();
        row.pk = UUID.randomUUID().toString();
        row.ruleName = rule.value();
        row.state = "{}";
        rows.persist(row);
        return row;
    }

    private JsonNode parse(String state) {
        try {
            return json.readTree(state);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("what a rule remembers cannot be read", damaged);
        }
    }
}
