// SPDX-License-Identifier: Apache-2.0
/// One slot of one rule, from script to alerts: runs the script in the sandbox against [dev.sextant.evaluation.host.HostApi], judges, and keeps what happened in the ledger. Knows nothing of when slots are due. Start with [SlotEvaluation].
@NullMarked
package dev.sextant.evaluation;

import org.jspecify.annotations.NullMarked;
