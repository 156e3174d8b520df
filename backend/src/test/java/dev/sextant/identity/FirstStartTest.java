// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStartTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final TenantId MAIN = new TenantId("main");
    private static final URI HERE = URI.create("http://127.0.0.1:8420");

    private final TestIdentity identity = new TestIdentity();

    private FirstStart start(Optional<String> bootstrapToken) {
        var start = identity.firstStart(bootstrapToken);
        start.onStart(new StartupEvent(), InstantSource.fixed(NOW));
        return start;
    }

    @Test
    void makesTheFirstTenantAndShowsItsOwnerOnce() {
        var start = start(Optional.empty());
        var said = start.announcement(HERE).orElseThrow().lines().toList();
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).isEqualTo("Sextant listens on http://127.0.0.1:8420");
        assertThat(said.get(1)).isEqualTo("First sign-in (shown once): account admin");
        assertThat(said.get(2)).matches("password [a-z0-9-]{29}");
        assertThat(start.announcement(HERE)).isEmpty();
        var password = said.get(2).substring("password ".length());
        assertThat(identity.signIn.attempt("admin", password, "127.0.0.1", NOW))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void laterStartsChangeAndSayNothing() {
        start(Optional.empty());
        var later = start(Optional.of("a-token-that-comes-too-late"));
        assertThat(later.announcement(HERE)).isEmpty();
        assertThat(identity.tenants.list()).hasSize(1);
        assertThat(identity.tokens.list(MAIN)).isEmpty();
    }

    @Test
    void takesTheBootstrapTokenAsOwnerAndOperator() {
        start(Optional.of("0123456789abcdef"));
        var caller = identity.callers.ofToken("0123456789abcdef", NOW).orElseThrow();
        assertThat(caller.operator()).isTrue();
        assertThat(caller.membership(Optional.of(MAIN)))
                .get()
                .extracting(Membership::role)
                .isEqualTo(Role.OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcde", "with a space in the middle", "schlüssel-schlüssel"})
    void refusesATokenThatIsEasyToGuessOrCantBeSent(String token) {
        assertThatThrownBy(() -> start(Optional.of(token)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SEXTANT_BOOTSTRAP_TOKEN must have 16 to 256")
                .hasMessageNotContaining(token);
        assertThat(identity.tenants.list()).isEmpty();
    }
}
