// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.RuleId;
import java.time.Instant;

/// A slot was to be recorded that stands in the ledger already: somebody else evaluated it.
public final class SlotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Instant slot;

    public SlotTakenException(RuleId rule, Instant slot, Throwable cause) {
        super("slot %s of rule %s is in the ledger already".formatted(slot, rule), cause);
        this.slot = slot;
    }

    public Instant slot() {
        return slot;
    }
}
