// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What can be set about sign-in.
@ConfigMapping(prefix = "sextant.identity")
public interface IdentityConfiguration {

    /// The work of one bcrypt hash as a power of two; each step doubles the time of a sign-in and of a guess.
    @WithDefault("12")
    int passwordCost();

    /// For how long a node may take a credential as good without asking the database again. A deleted token still works
    /// that long on the other nodes.
    @WithDefault("5s")
    Duration cacheFor();

    Lifetime session();

    Guesses lockOut();

    /// How long a session lives.
    interface Lifetime {
        /// A session ends after so long without use.
        @WithDefault("12h")
        Duration idle();

        /// A session ends at this age, however much it is used.
        @WithDefault("7d")
        Duration absolute();
    }

    /// How guessing passwords is slowed down.
    interface Guesses {
        /// Wrong passwords for one account before it has to wait.
        @WithDefault("5")
        int accountFailures();

        /// Wrong passwords from one remote address before it has to wait.
        @WithDefault("30")
        int addressFailures();

        /// The first wait; each further wrong password doubles it.
        @WithDefault("10s")
        Duration firstWait();

        /// No wait is longer.
        @WithDefault("15m")
        Duration longestWait();

        /// After so long without a wrong password all is forgotten.
        @WithDefault("1h")
        Duration forgetAfter();
    }
}
