// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

class InMemoryModulesTest extends ModulesContract {
    private final Modules modules = new InMemoryModules();

    @Override
    protected Modules modules() {
        return modules;
    }
}
