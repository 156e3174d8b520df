// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Makes an empty platform usable: the first tenant, its owner who also administers the platform, and the token of
/// `SEXTANT_BOOTSTRAP_TOKEN`. Does nothing once there is a tenant.
@ApplicationScoped
public class FirstStart {
    // Before the rooms that write into the first tenant from the first second on.
    private static final int EARLY = 100;
    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGEST_TOKEN = 256;

    private final Tenants tenants;
    private final Founding founding;
    private final Tokens tokens;
    private final Secrets secrets;
    private final Optional<String> bootstrapToken;
    private final AtomicReference<Optional<Founding.Founded>> unsaid =
            new AtomicReference<>(Optional.empty());

    public FirstStart(
            Tenants tenants,
            Founding founding,
            Tokens tokens,
            Secrets secrets,
            BootstrapConfiguration configuration) {
        this.tenants = tenants;
        this.founding = founding;
        this.tokens = tokens;
        this.secrets = secrets;
        this.bootstrapToken = configuration.token();
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent start, InstantSource clock) {
        if (tenants.list().isEmpty()) {
            begin(clock.instant());
        }
    }

    private void begin(Instant now) {
        bootstrapToken.ifPresent(FirstStart::check);
        var owner = new AccountName("admin");
        var founded =
                founding.found(new TenantId("main"), new DisplayName("Main"), owner, true, now);
        founded.ifPresent(
                first -> bootstrapToken.ifPresent(secret -> tokens.add(token(first, secret, now))));
        unsaid.set(founded);
    }

    private static void check(String token) {
        var plain = token.chars().allMatch(c -> c > ' ' && c < 127);
        if (token.length() < SHORTEST_TOKEN || token.length() > LONGEST_TOKEN || !plain) {
            throw new ConfigurationException(
                    "SEXTANT_BOOTSTRAP_TOKEN must have %d to %d printable ASCII characters without spaces; it has %d. Nothing was created; set a longer one, for example from `openssl rand -hex 32`, and start again."
                            .formatted(SHORTEST_TOKEN, LONGEST_TOKEN, token.length()));
        }
    }

    private Token token(Founding.Founded first, String secret, Instant now) {
        return new Token(
                secrets.id(),
                first.tenant().id(),
                new DisplayName("bootstrap"),
                first.owner(),
                Role.OWNER,
                true,
                SecretHash.of(secret),
                now,
                Optional.empty());
    }

    // On the console and not in the log: logs are kept and shipped, a password must not be. The
    // address is the event's
    // own: the server itself learns its address a moment later than the event is sent.
    void onListening(@ObservesAsync HttpServerStart listening) {
        announcement(address(listening.options())).ifPresent(System.out::print);
    }

    private static URI address(HttpServerOptions options) {
        var scheme = options.isSsl() ? "https" : "http";
        return URI.create("%s://%s:%d".formatted(scheme, options.getHost(), options.getPort()));
    }

    /// What to tell whoever started the platform for the first time; empty after it was asked once, and at later starts.
    Optional<String> announcement(URI address) {
        return unsaid.getAndSet(Optional.empty()).map(first -> sentences(first, address));
    }

    private static String sentences(Founding.Founded first, URI address) {
        return """
        Sextant listens on %s
        First sign-in (shown once): account %s
        password %s
        """
                .formatted(address, first.owner(), first.password().orElse("(unchanged)"));
    }
}
