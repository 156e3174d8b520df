// SPDX-License-Identifier: Apache-2.0
/// What ingest keeps in the relational database: the cleaning of each tenant and its scrape targets.
/// Start with [PanacheTargets].
@NullMarked
package dev.sextant.ingest.panache;

import org.jspecify.annotations.NullMarked;
