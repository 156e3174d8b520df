// SPDX-License-Identifier: Apache-2.0
/// Keeps tenants' own algorithms in the relational database. Start with [PanacheOwnAlgorithms].
@NullMarked
package dev.sextant.laboratory.panache;

import org.jspecify.annotations.NullMarked;
