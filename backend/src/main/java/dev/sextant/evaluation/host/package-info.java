// SPDX-License-Identifier: Apache-2.0
/// All that a running script can reach: series by plans, and named calls such as those of entities. Every right is checked here, as one tenant and at one moment. Knows nothing of rules and slots. Start with [HostApi].
@NullMarked
package dev.sextant.evaluation.host;

import org.jspecify.annotations.NullMarked;
