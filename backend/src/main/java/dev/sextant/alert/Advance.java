// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.List;

/// What one evaluation does to the alerts of its rule.
///
/// @param after every alert that was under way, and those that the evaluation opened, as they stand now; those that ended
///     are there a last time
/// @param transitions the steps taken, in the order of [#after]
public record Advance(List<Alert> after, List<Transition> transitions) {

    public Advance {
        after = List.copyOf(after);
        transitions = List.copyOf(transitions);
    }

    /// The alerts that are still under way.
    public List<Alert> open() {
        return after.stream().filter(Alert::isOpen).toList();
    }
}
