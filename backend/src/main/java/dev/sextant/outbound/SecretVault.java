// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Keeps credentials that tenants gave for their sources and targets. They go in and, sealed, into the database; they come
/// out only to be sent to a host that they are for.
@ApplicationScoped
public class SecretVault {
    private static final Logger LOG = Logger.getLogger(SecretVault.class);

    private final Secrets secrets;
    private final KeyRing keys;

    public SecretVault(
            Secrets secrets,
            SecretConfig config,
            @ConfigProperty(name = "sextant.data", defaultValue = "data") Path data) {
        this.secrets = secrets;
        var given = config.keyFile();
        keys = KeyFile.open(given.orElse(data.resolve("secrets.key")), given.isEmpty());
    }

    /// Seals anew what an older key sealed, so that its line can be taken out of the file.
    void start(@Observes StartupEvent event) {
        for (var tenant : secrets.tenants()) {
            secrets.list(tenant).stream()
                    .filter(secret -> !secret.sealed().keyId().equals(keys.current()))
                    .forEach(secret -> sealAnew(tenant, secret));
        }
    }

    private void sealAnew(TenantId tenant, Secret secret) {
        var value = keys.open(place(tenant, secret.name()), secret.sealed());
        if (value.isEmpty()) {
            LOG.warnf(
                    "secret %s of tenant %s can't be opened: %s; what uses it fails until it is put again",
                    secret.name(), tenant, missingKey(secret));
            return;
        }
        secrets.put(
                tenant,
                new Secret(
                        secret.name(),
                        secret.hosts(),
                        keys.seal(place(tenant, secret.name()), value.get()),
                        secret.changedAt()));
    }

    /// Adds a secret or replaces it.
    public void put(TenantId tenant, String name, String value, Set<String> hosts, Instant now) {
        var sealed = keys.seal(place(tenant, name), value);
        secrets.put(tenant, new Secret(name, hosts, sealed, now));
    }

    /// The value, to be sent to this host and kept nowhere.
    public String reveal(TenantId tenant, String name, String host) throws SecretRefusedException {
        var secret = secrets.find(tenant, name);
        if (secret.isEmpty()) {
            throw new SecretRefusedException("there is no secret " + name);
        }
        if (!secret.get().hosts().contains(host.toLowerCase(Locale.ROOT))) {
            throw new SecretRefusedException(
                    "secret %s is not for %s; an admin can add the host to it"
                            .formatted(name, host));
        }
        return keys.open(place(tenant, name), secret.get().sealed())
                .orElseThrow(() ->
                        new SecretRefusedException(
                                "secret %s can't be opened: %s; put it again"
                                        .formatted(name, missingKey(secret.get()))));
    }

    // A row that is copied to another tenant or name does not open there.
    private static String place(TenantId tenant, String name) {
        return tenant + "/" + name;
    }

    private static String missingKey(Secret secret) {
        return "its key %s is not in the key file, or the row was changed"
                .formatted(secret.sealed().keyId());
    }
}
