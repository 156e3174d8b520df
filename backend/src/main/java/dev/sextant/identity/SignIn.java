// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Signs accounts in by password. Guessing is slowed down per account and per remote address.
@ApplicationScoped
public class SignIn {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_KEY = 120;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Secrets secrets;
    private final IdentityConfiguration.Lifetime lifetime;
    private final LockOut perAccount;
    private final LockOut perAddress;

    public SignIn(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Secrets secrets,
            IdentityConfiguration configuration) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.secrets = secrets;
        this.lifetime = configuration.session();
        var guesses = configuration.lockOut();
        this.perAccount = lockOut(guesses, guesses.accountFailures());
        this.perAddress = lockOut(guesses, guesses.addressFailures());
    }

    private static LockOut lockOut(IdentityConfiguration.Guesses guesses, int freeFailures) {
        return new LockOut(
                new LockOut.Policy(
                        freeFailures,
                        guesses.firstWait(),
                        guesses.longestWait(),
                        guesses.forgetAfter()));
    }

    /// How a sign-in ends.
    public sealed interface Outcome {
        /// @param secret what the browser keeps; only its hash is stored
        record SignedIn(AccountName account, String secret) implements Outcome {}

        /// No such account, or another password: the caller is not told which.
        record WrongCredentials() implements Outcome {}

        /// Too many failures; the password was not looked at.
        record LockedOut(Duration retryAfter) implements Outcome {}
    }

    /// Looks at one name and password from one remote address.
    public Outcome attempt(String name, String password, String address, Instant now) {
        var key = key(name);
        // Both count, whatever the first says.
        var accountWait = perAccount.begin(key, now);
        var addressWait = perAddress.begin(address, now);
        if (accountWait.isPresent() || addressWait.isPresent()) {
            return new Outcome.LockedOut(longer(accountWait, addressWait));
        }
        var account = account(name);
        if (!passwords.matches(password, account.map(Account::passwordHash))) {
            return new Outcome.WrongCredentials();
        }
        perAccount.forget(key);
        perAddress.undo(address);
        return begin(account.orElseThrow().name(), now);
    }

    private Outcome begin(AccountName account, Instant now) {
        sessions.deleteOlder(now.minus(lifetime.idle()), now.minus(lifetime.absolute()));
        var secret = secrets.session();
        sessions.add(new Session(SecretHash.of(secret), account, now, now));
        return new Outcome.SignedIn(account, secret);
    }

    private Optional<Account> account(String name) {
        try {
            return accounts.find(new AccountName(name));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private static String key(String name) {
        var key = CONTROL.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }

    private static Duration longer(Optional<Duration> one, Optional<Duration> other) {
        var first = one.orElse(Duration.ZERO);
        var second = other.orElse(Duration.ZERO);
        return first.compareTo(second) >= 0 ? first : second;
    }
}
