// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.identity.SignIn.Outcome;
import dev.sextant.identity.SignIn.Outcome.LockedOut;
import dev.sextant.identity.SignIn.Outcome.SignedIn;
import dev.sextant.identity.SignIn.Outcome.WrongCredentials;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String HOME = "192.0.2.1";
    private static final TenantId ACME = new TenantId("acme");

    private final TestIdentity identity = new TestIdentity();
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private String password = "";

    @BeforeEach
    void found() {
        var founded =
                identity.founding.found(
                        ACME, new DisplayName("Acme"), new AccountName("ada"), false, now);
        password = founded.flatMap(Founding.Founded::password).orElseThrow();
    }

    private Outcome attempt(String account, String guess, String address) {
        return identity.signIn.attempt(account, guess, address, now);
    }

    private String signIn() {
        return switch (attempt("ada", password, HOME)) {
            case SignedIn(_, var secret) -> secret;
            case WrongCredentials(), LockedOut(_) -> throw new AssertionError("not signed in");
        };
    }

    @Test
    void theRightPasswordOpensASession() {
        var caller = identity.callers.ofSession(signIn(), now).orElseThrow();
        assertThat(caller.account()).isEqualTo(new AccountName("ada"));
        assertThat(caller.membership(Optional.empty()))
                .get()
                .extracting(Membership::role)
                .isEqualTo(Role.OWNER);
        assertThat(attempt(" ADA ", password, HOME)).isInstanceOf(SignedIn.class);
    }

    @Test
    void nobodyIsToldWhetherAnAccountExists() {
        var wrong = new WrongCredentials();
        assertThat(attempt("ada", "guess", HOME)).isEqualTo(wrong);
        assertThat(attempt("bob", "guess", HOME)).isEqualTo(wrong);
        assertThat(attempt("not a name\n", "guess", HOME)).isEqualTo(wrong);
        assertThat(attempt("ada", password + "x".repeat(5_000), HOME)).isEqualTo(wrong);
    }

    @Test
    void guessingAnAccountLocksItForAWhileFromEverywhere() {
        for (var i = 0; i < 3; i++) {
            assertThat(attempt("ada", "guess", "192.0.2." + i)).isEqualTo(new WrongCredentials());
        }
        assertThat(attempt("ADA", password, HOME)).isEqualTo(new LockedOut(Duration.ofSeconds(10)));
        now = now.plusSeconds(10);
        assertThat(attempt("ada", password, HOME)).isInstanceOf(SignedIn.class);
        assertThat(attempt("ada", "guess", HOME)).isEqualTo(new WrongCredentials());
    }

    @Test
    void guessingManyAccountsLocksTheAddress() {
        for (var i = 0; i < 10; i++) {
            attempt("account-" + i, "guess", HOME);
        }
        assertThat(attempt("ada", password, HOME)).isEqualTo(new LockedOut(Duration.ofSeconds(10)));
        assertThat(attempt("ada", password, "192.0.2.7")).isInstanceOf(SignedIn.class);
    }

    @Test
    void tenThousandGuessesAreHardlyLookedAt() {
        var lookedAt = 0;
        for (var i = 0; i < 10_000; i++) {
            lookedAt +=
                    attempt("ada", "guess " + i, "192.0.2." + i % 200) instanceof WrongCredentials
                            ? 1
                            : 0;
            now = now.plusMillis(100);
        }
        assertThat(lookedAt).isLessThan(15);
    }

    @Test
    void aSessionEndsWithoutUseAndAtItsAge() {
        var idle = signIn();
        assertThat(identity.callers.ofSession(idle, now.plus(Duration.ofHours(12)))).isEmpty();
        var busy = signIn();
        var end = now.plus(Duration.ofDays(7));
        for (; now.isBefore(end); now = now.plus(Duration.ofHours(11))) {
            assertThat(identity.callers.ofSession(busy, now)).isPresent();
        }
        assertThat(identity.callers.ofSession(busy, end)).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        var secret = signIn();
        assertThat(identity.callers.ofSession(secret, now)).isPresent();
        identity.callers.signOut(secret);
        assertThat(identity.callers.ofSession(secret, now)).isEmpty();
    }

    @Test
    void onlyHashesAreKept() {
        var secret = signIn();
        assertThat(identity.sessions.find(new SecretHash(secret))).isEmpty();
        var account = identity.accounts.find(new AccountName("ada")).orElseThrow();
        assertThat(account.passwordHash()).startsWith("$2").doesNotContain(password);
        assertThat(account.toString()).doesNotContain("$2");
    }
}
