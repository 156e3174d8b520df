// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Labels;
import java.util.Set;

/// Which series become one.
public sealed interface Grouping {
    /// Every series stays by itself.
    record Each() implements Grouping {}

    /// Those that agree in the named labels; no label at all makes one group of everything.
    record By(Set<String> labels) implements Grouping {
        public By {
            labels = Set.copyOf(labels);
        }
    }

    /// Those that agree in all labels but the named ones.
    record Without(Set<String> labels) implements Grouping {
        public Without {
            labels = Set.copyOf(labels);
        }
    }

    /// As [By], but only the groups that are named: entities, for example.
    ///
    /// @param names of the labels of the groups
    /// @param groups the only ones that there are
    record Among(Set<String> names, Set<Labels> groups) implements Grouping {
        public Among {
            names = Set.copyOf(names);
            groups = Set.copyOf(groups);
        }
    }

    /// Whether there is a group of these labels.
    default boolean has(Labels group) {
        return switch (this) {
            case Each _, By _, Without _ -> true;
            case Among(_, var groups) -> groups.contains(group);
        };
    }

    /// The labels of the group that a series belongs to.
    default Labels groupOf(Labels series) {
        return switch (this) {
            case Each _ -> series;
            case By(var labels) -> series.only(labels);
            case Among(var names, _) -> series.only(names);
            case Without(var labels) -> series.without(labels);
        };
    }
}
