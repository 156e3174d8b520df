// SPDX-License-Identifier: Apache-2.0
/// Keeps rules and their versions in the relational database. Start with [PanacheRules].
@NullMarked
package dev.sextant.rule.panache;

import org.jspecify.annotations.NullMarked;
