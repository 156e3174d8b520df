// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

/// The fakes keep the contract too, else tests on them would prove nothing.
class InMemoryIdentityTest extends IdentityContract {
    private final Tenants tenants = new InMemoryTenants();
    private final Accounts accounts = new InMemoryAccounts();
    private final Sessions sessions = new InMemorySessions();
    private final Tokens tokens = new InMemoryTokens();

    @Override
    Tenants tenants() {
        return tenants;
    }

    @Override
    Accounts accounts() {
        return accounts;
    }

    @Override
    Sessions sessions() {
        return sessions;
    }

    @Override
    Tokens tokens() {
        return tokens;
    }
}
