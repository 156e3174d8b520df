// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import java.time.Duration;
import java.util.Optional;

/// The whole room in memory, with configuration that makes tests quick.
final class TestIdentity implements IdentityConfiguration {
    final Tenants tenants = new InMemoryTenants();
    final Accounts accounts = new InMemoryAccounts();
    final Sessions sessions = new InMemorySessions();
    final Tokens tokens = new InMemoryTokens();
    final Secrets secrets = new Secrets();
    final Passwords passwords = new Passwords(this);
    final Callers callers = new Callers(accounts, sessions, tokens, this);
    final SignIn signIn = new SignIn(accounts, sessions, passwords, secrets, this);
    final Founding founding = new Founding(tenants, accounts, passwords, secrets);

    /// The start of a node on these tables.
    FirstStart firstStart(Optional<String> bootstrapToken) {
        return new FirstStart(tenants, founding, tokens, secrets, () -> bootstrapToken);
    }

    @Override
    public int passwordCost() {
        return 4;
    }

    @Override
    public Duration cacheFor() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Lifetime session() {
        return new Lifetime() {
            @Override
            public Duration idle() {
                return Duration.ofHours(12);
            }

            @Override
            public Duration absolute() {
                return Duration.ofDays(7);
            }
        };
    }

    @Override
    public Guesses lockOut() {
        return new Guesses() {
            @Override
            public int accountFailures() {
                return 3;
            }

            @Override
            public int addressFailures() {
                return 10;
            }

            @Override
            public Duration firstWait() {
                return Duration.ofSeconds(10);
            }

            @Override
            public Duration longestWait() {
                return Duration.ofMinutes(15);
            }

            @Override
            public Duration forgetAfter() {
                return Duration.ofHours(1);
            }
        };
    }
}
