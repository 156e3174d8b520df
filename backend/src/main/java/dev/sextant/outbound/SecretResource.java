// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The credentials that the caller's tenant keeps for its sources and targets. Values go in and never come out.
@Path("/api/v1/secrets")
@Tag(
        name = "secrets",
        description = "Credentials for sources and targets; admins write, nobody reads values")
public class SecretResource {
    private static final int MOST = 200;

    private final SecretVault vault;
    private final Secrets secrets;
    private final Instance<SecretUses> users;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    SecretResource(
            SecretVault vault,
            Secrets secrets,
            Instance<SecretUses> users,
            CurrentTenant tenant,
            InstantSource clock) {
        this.vault = vault;
        this.secrets = secrets;
        this.users = users;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A secret without its value.
    ///
    /// @param usedBy what names it, such as `source prod`
    @Schema(name = "SecretView")
    public record View(String name, List<String> hosts, Instant changedAt, List<String> usedBy) {}

    @GET
    @RolesAllowed("editor")
    public Page<View> list() {
        return Page.all(secrets.list(tenant.id()).stream().map(this::view).toList());
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed("admin")
    public View put(String name, @Nullable SecretDraft draft) {
        if (!SecretDraft.NAME.matcher(name).matches()) {
            throw invalid(
                    "a secret's name has lower-case letters, digits and inner hyphens, up to 60");
        }
        if (draft == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"value\": \"…\", \"hosts\": [\"db.example.com\"]}");
        }
        var fault = draft.fault();
        if (fault != null) {
            throw invalid(fault);
        }
        store(name, draft);
        return view(existing(name));
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed("admin")
    public void delete(String name) {
        var uses = uses(existing(name).name());
        if (!uses.isEmpty()) {
            throw new Problem(
                            409,
                            "secret-used",
                            "%s still uses the secret %s: change it first"
                                    .formatted(uses.getFirst(), name))
                    .with("usedBy", uses);
        }
        secrets.delete(tenant.id(), name);
    }

    private void store(String name, SecretDraft draft) {
        var known = secrets.find(tenant.id(), name);
        var value = draft.value();
        if (known.isEmpty() && secrets.list(tenant.id()).size() >= MOST) {
            throw new Problem(
                    409,
                    "too-many-secrets",
                    "this tenant has as many secrets as it may have, %d; delete one first"
                            .formatted(MOST));
        }
        if (value != null) {
            vault.put(tenant.id(), name, value, draft.checkedHosts(), clock.instant());
        } else if (known.isPresent()) {
            var sealed = known.get().sealed();
            var changed = new Secret(name, draft.checkedHosts(), sealed, clock.instant());
            secrets.put(tenant.id(), changed);
        } else {
            throw invalid("a new secret needs a value");
        }
    }

    private Secret existing(String name) {
        return secrets.find(tenant.id(), name)
                .orElseThrow(
                        () -> new Problem(404, "unknown-secret", "this tenant has no such secret"));
    }

    private View view(Secret secret) {
        return new View(
                secret.name(),
                List.copyOf(new TreeSet<>(secret.hosts())),
                secret.changedAt(),
                uses(secret.name()));
    }

    private List<String> uses(String name) {
        return users.stream().flatMap(room -> room.uses(tenant.id(), name).stream()).toList();
    }

    private static Problem invalid(String why) {
        return new Problem(400, "invalid-argument", why);
    }
}
