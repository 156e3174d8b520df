// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.FrameMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// What plans may do with algorithms: apply one, keep suspects of what it found, read times to a limit off a forecast.
@ApplicationScoped
public class AlgorithmMethods implements FrameMethods {
    private static final String ALGORITHM = "algorithm";
    private static final String SUSPECTS = "suspects";
    private static final String TIME_TO = "timeTo";

    @Override
    public Set<String> operations() {
        return Set.of(ALGORITHM, SUSPECTS, TIME_TO);
    }

    @Override
    public FrameMethod find(String operation, JsonNode plan) {
        return switch (operation) {
            case ALGORITHM -> AppliedAlgorithm.of(plan);
            case SUSPECTS -> SuspectFilter.of(plan);
            case TIME_TO -> TimeTo.of(plan);
            default ->
                    throw new IllegalArgumentException(
                            "there is no operation %s of algorithms".formatted(operation));
        };
    }
}
