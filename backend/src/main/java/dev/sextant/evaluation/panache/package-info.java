// SPDX-License-Identifier: Apache-2.0
/// Keeps the ledger and what rules remember in the relational database. Start with [PanacheEvaluationLog].
@NullMarked
package dev.sextant.evaluation.panache;

import org.jspecify.annotations.NullMarked;
