// SPDX-License-Identifier: Apache-2.0
/// What ingest keeps in the relational database: the cleaning of each tenant. Start with [PanacheCleaningPlans].
@NullMarked
package dev.sextant.ingest.panache;

import org.jspecify.annotations.NullMarked;
