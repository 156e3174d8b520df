// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.ingest.cleaning.CleaningPlan;
import dev.sextant.ingest.cleaning.CleaningPlans;
import dev.sextant.ingest.cleaning.StepDraft;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Cleaning plans in the relational database, one row per tenant.
@ApplicationScoped
public class PanacheCleaningPlans implements CleaningPlans {
    private final TenantTransactions transactions;
    private final ObjectMapper json;

    PanacheCleaningPlans(TenantTransactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public CleaningPlan find(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        CleaningEntity.<CleaningEntity>findAll()
                                .firstResultOptional()
                                .map(this::plan)
                                .orElseGet(CleaningPlan::none));
    }

    @Override
    public boolean replace(TenantId tenant, CleaningPlan plan) {
        return transactions.call(
                tenant,
                () -> {
                    var known =
                            CleaningEntity.<CleaningEntity>findAll()
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional();
                    if (plan.version() - 1 != known.map(row -> row.version).orElse(0)) {
                        return false;
                    }
                    var row = known.orElseGet(CleaningEntity::new);
                    row.version = plan.version();
                    row.steps = write(plan.steps());
                    row.updatedAt =
                            Objects.requireNonNullElse(plan.updatedAt(), Instant.EPOCH)
                                    .truncatedTo(ChronoUnit.MICROS);
                    row.updatedBy = Objects.requireNonNullElse(plan.updatedBy(), "");
                    if (known.isEmpty()) {
                        row.pk = UUID.randomUUID().toString();
                        row.persist();
                    }
                    return true;
                });
    }

    private CleaningPlan plan(CleaningEntity row) {
        try {
            var steps = List.of(json.readValue(row.steps, StepDraft[].class));
            return new CleaningPlan(row.version, steps, row.updatedAt, row.updatedBy);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a tenant's stored cleaning cannot be read", damaged);
        }
    }

    private String write(List<StepDraft> steps) {
        try {
            return json.writeValueAsString(steps);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("cleaning steps cannot be written", impossible);
        }
    }
}
