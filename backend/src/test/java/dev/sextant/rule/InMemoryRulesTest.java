// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

class InMemoryRulesTest extends RulesContract {
    private final Rules rules = new InMemoryRules();

    @Override
    protected Rules rules() {
        return rules;
    }
}
