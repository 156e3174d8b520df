// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import java.util.List;

/// One algorithm as it is offered. An algorithm that answers otherwise than before gets the next version.
///
/// @param method its name within its kind, such as `robustZ`
public record Algorithm(Kind kind, String method, int version, About about, Recipe recipe) {
    public Algorithm {
        if (!method.matches("[A-Za-z][A-Za-z0-9-]*") || version < 1) {
            throw new IllegalArgumentException(
                    "an algorithm has a plain name and a version from 1, not %s and %d"
                            .formatted(method, version));
        }
    }

    /// Its name everywhere, such as `anomaly.robustZ`.
    public String name() {
        return kind.text() + "." + method;
    }

    public List<Parameter> parameters() {
        return recipe.parameters();
    }

    /// What can be set, and what is done.
    public record Recipe(List<Parameter> parameters, Work work) {
        public Recipe {
            parameters = List.copyOf(parameters);
        }
    }
}
