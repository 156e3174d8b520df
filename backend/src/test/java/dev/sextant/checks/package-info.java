// SPDX-License-Identifier: Apache-2.0
/// What this project asks of its own code, as functions: [Architecture] on classes, [HouseRules] on sources. They know
/// nothing of any one room; what a room may use stands in [Rooms]. Start with `ArchitectureTest` and `HouseRulesTest`.
@NullMarked
package dev.sextant.checks;

import org.jspecify.annotations.NullMarked;
