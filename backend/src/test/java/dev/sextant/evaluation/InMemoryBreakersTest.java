// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

class InMemoryBreakersTest extends BreakersContract {
    private final Breakers breakers = new InMemoryBreakers();

    @Override
    protected Breakers breakers() {
        return breakers;
    }
}
