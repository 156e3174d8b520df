// SPDX-License-Identifier: Apache-2.0
/// Tests of what scripts can ask of entities, alerts and changes.
@NullMarked
package dev.sextant.evaluation.graph;

import org.jspecify.annotations.NullMarked;
