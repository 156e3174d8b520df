// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

class InMemoryRuleStatesTest extends RuleStatesContract {
    private final RuleStates states = new InMemoryRuleStates();

    @Override
    protected RuleStates states() {
        return states;
    }
}
