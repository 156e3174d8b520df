// SPDX-License-Identifier: Apache-2.0
/// What scripts can ask of entities, alerts and changes, as of their slot. Start with [EntitiesCall].
@NullMarked
package dev.sextant.evaluation.graph;

import org.jspecify.annotations.NullMarked;
