// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which alerts a list shall hold.
///
/// @param stages only these; empty: all
/// @param ruleId only of this rule; null: of all
public record AlertFilter(Set<Stage> stages, @Nullable String ruleId) {

    public AlertFilter {
        stages = Set.copyOf(stages);
    }

    public static AlertFilter all() {
        return new AlertFilter(Set.of(), null);
    }
}
