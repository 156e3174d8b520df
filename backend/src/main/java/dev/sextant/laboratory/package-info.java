// SPDX-License-Identifier: Apache-2.0
/// Algorithms of tenants' own: scripts that are registered by name, saved in versions, and promoted from shadow to stable or
/// rolled back. What they compute is not known here; running them is up to the evaluation room. Start with [OwnAlgorithms].
@NullMarked
package dev.sextant.laboratory;

import org.jspecify.annotations.NullMarked;
