// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.laboratory.OwnAlgorithms.Standing;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.FrameMethod;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What plans may do with algorithms: apply one, keep suspects of what it found, read times to a limit off a forecast.
@ApplicationScoped
public class AlgorithmMethods implements FrameMethods {
    private static final String ALGORITHM = "algorithm";
    private static final String SUSPECTS = "suspects";
    private static final String TIME_TO = "timeTo";

    private final @Nullable OwnWork own;

    @Inject
    AlgorithmMethods(OwnWork own) {
        this.own = own;
    }

    /// Without algorithms of tenants' own.
    public AlgorithmMethods() {
        this.own = null;
    }

    @Override
    public Set<String> operations() {
        return Set.of(ALGORITHM, SUSPECTS, TIME_TO);
    }

    @Override
    public FrameMethod find(String operation, JsonNode plan) {
        return switch (operation) {
            case ALGORITHM -> OwnWork.isMeant(plan) ? own(plan) : AppliedAlgorithm.of(plan);
            case SUSPECTS -> SuspectFilter.of(plan);
            case TIME_TO -> TimeTo.of(plan);
            default ->
                    throw new IllegalArgumentException(
                            "there is no operation %s of algorithms".formatted(operation));
        };
    }

    private FrameMethod own(JsonNode plan) {
        if (own == null) {
            throw new IllegalArgumentException(
                    "algorithms of your own do not run here: use a built-in one");
        }
        return OwnApplied.of(own, plan);
    }

    /// The algorithms that a tenant registered.
    List<Standing> own(TenantId tenant) {
        return own == null ? List.of() : own.list(tenant);
    }
}
