// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

/// The contract on the real databases.
@QuarkusTest
class PanacheIdentityTest extends IdentityContract {
    @Inject Tenants tenants;
    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject Tokens tokens;

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

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheIdentityTest {}
}
