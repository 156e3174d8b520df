// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every implementation of [Tenants], [Accounts], [Sessions] and [Tokens] does. One contract, because each of them is only
/// of use with the others: nobody signs in to a tenant that is not there. A shared database holds other tests' rows, so each
/// test names its own.
abstract class IdentityContract {
    /// As exact as every database keeps it.
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    abstract Tenants tenants();

    abstract Accounts accounts();

    abstract Sessions sessions();

    abstract Tokens tokens();

    private TenantId tenant(String name) {
        var id = new TenantId(name + "-" + unique);
        tenants().add(new Tenant(id, new DisplayName("Tenant " + name), NOON, PlanName.STANDARD));
        return id;
    }

    private AccountName account(String name) {
        var account = new AccountName(name + "." + unique + "@example.org");
        accounts().add(new Account(account, "hash of " + name, false, NOON));
        return account;
    }

    @Test
    void aTenantHasThePlanThatItWasGivenLast() {
        var id = new TenantId("planned");
        tenants().add(new Tenant(id, new DisplayName("Planned"), NOON, PlanName.STANDARD));

        assertThat(tenants().assign(id, new PlanName("gold"))).isTrue();
        assertThat(tenants().find(id).orElseThrow().plan()).isEqualTo(new PlanName("gold"));
        assertThat(tenants().assign(new TenantId("nobody"), new PlanName("gold"))).isFalse();
        assertThat(tenants().find(new TenantId("nobody"))).isEmpty();
    }

    @Test
    void aTenantIsAddedOnce() {
        var id = new TenantId("north-" + unique);
        var tenant = new Tenant(id, new DisplayName("北方"), NOON, PlanName.STANDARD);
        assertThat(tenants().find(id)).isEmpty();
        assertThat(tenants().add(tenant)).isTrue();
        assertThat(tenants().add(new Tenant(id, new DisplayName("Other"), NOON, PlanName.STANDARD)))
                .isFalse();
        assertThat(tenants().find(id)).contains(tenant);
    }

    @Test
    void tenantsAreListedById() {
        var two = tenant("b");
        var one = tenant("a");
        assertThat(tenants().list()).extracting(Tenant::id).containsSubsequence(one, two);
    }

    @Test
    void anAccountIsAddedOnce() {
        var name = new AccountName("Ada." + unique);
        var account = new Account(name, "hash", true, NOON);
        assertThat(accounts().find(name)).isEmpty();
        assertThat(accounts().add(account)).isTrue();
        assertThat(accounts().add(new Account(name, "other", false, NOON))).isFalse();
        assertThat(accounts().find(new AccountName("ADA." + unique))).contains(account);
    }

    @Test
    void membershipsComeOldestFirst() {
        var ada = account("ada");
        var late = new Membership(tenant("a"), ada, Role.VIEWER, NOON);
        var early = new Membership(tenant("b"), ada, Role.OWNER, NOON.minusSeconds(1));
        accounts().join(late);
        accounts().join(early);
        accounts().join(new Membership(late.tenant(), account("bob"), Role.ADMIN, NOON));
        assertThat(accounts().memberships(ada)).containsExactly(early, late);
        assertThat(accounts().memberships(account("nobody"))).isEmpty();
    }

    @Test
    void joiningAgainChangesTheRoleOnly() {
        var ada = account("ada");
        var tenant = tenant("a");
        accounts().join(new Membership(tenant, ada, Role.VIEWER, NOON));
        accounts().join(new Membership(tenant, ada, Role.ADMIN, NOON.plusSeconds(5)));
        assertThat(accounts().memberships(ada))
                .containsExactly(new Membership(tenant, ada, Role.ADMIN, NOON));
    }

    @Test
    void aSessionIsKeptTouchedAndDeleted() {
        var session = session("a", NOON, NOON);
        assertThat(sessions().find(session.hash())).contains(session);
        sessions().touch(session.hash(), NOON.plusSeconds(60));
        assertThat(sessions().find(session.hash()))
                .contains(
                        new Session(session.hash(), session.account(), NOON, NOON.plusSeconds(60)));
        sessions().delete(session.hash());
        sessions().delete(session.hash());
        sessions().touch(session.hash(), NOON);
        assertThat(sessions().find(session.hash())).isEmpty();
    }

    @Test
    void oldSessionsGo() {
        // Long before whatever other tests keep in the same database.
        var then = NOON.minus(Duration.ofDays(1000));
        var unseen = session("unseen", then, then);
        var old = session("old", then.minusSeconds(100), then.plusSeconds(50));
        var kept = session("kept", then.plusSeconds(20), then.plusSeconds(50));
        assertThat(sessions().deleteOlder(then.plusSeconds(10), then.minusSeconds(10)))
                .isEqualTo(2);
        assertThat(sessions().find(unseen.hash())).isEmpty();
        assertThat(sessions().find(old.hash())).isEmpty();
        assertThat(sessions().find(kept.hash())).isPresent();
        sessions().delete(kept.hash());
    }

    private Session session(String secret, Instant createdAt, Instant seenAt) {
        var session =
                new Session(
                        SecretHash.of(secret + unique), account("of-" + secret), createdAt, seenAt);
        sessions().add(session);
        return session;
    }

    @Test
    void aTokenIsFoundByItsHash() {
        var token = token(tenant("a"), "one", NOON);
        assertThat(tokens().find(token.hash())).contains(token);
        assertThat(tokens().find(SecretHash.of("another"))).isEmpty();
    }

    @Test
    void tokensAreListedPerTenantOldestFirst() {
        var mine = tenant("a");
        var second = token(mine, "second", NOON);
        var first = token(mine, "first", NOON.minusSeconds(1));
        token(tenant("b"), "foreign", NOON);
        assertThat(tokens().list(mine)).isEqualTo(List.of(first, second));
    }

    @Test
    void aTokenIsTouchedAndDeletedByItsTenantOnly() {
        var mine = tenant("a");
        var other = tenant("b");
        var token = token(mine, "one", NOON);
        tokens().touch(other, token.id(), NOON);
        assertThat(tokens().delete(other, token.id())).isFalse();
        assertThat(tokens().find(token.hash())).contains(token);
        tokens().touch(mine, token.id(), NOON.plusSeconds(5));
        assertThat(tokens().find(token.hash()).flatMap(Token::usedAt))
                .contains(NOON.plusSeconds(5));
        assertThat(tokens().delete(mine, token.id())).isTrue();
        assertThat(tokens().delete(mine, token.id())).isFalse();
        assertThat(tokens().find(token.hash())).isEmpty();
    }

    private Token token(TenantId tenant, String name, Instant createdAt) {
        var token =
                new Token(
                        name + "-" + unique,
                        tenant,
                        new DisplayName(name),
                        account("maker-of-" + name),
                        Role.EDITOR,
                        false,
                        SecretHash.of(name + unique),
                        createdAt,
                        Optional.empty());
        tokens().add(token);
        return token;
    }

    @Test
    void whoBelongsToNoOtherTenantGoesWithIt() {
        var gone = tenant("gone");
        var kept = tenant("kept");
        var only = account("only");
        var both = account("both");
        var boss = new AccountName("boss." + unique);
        accounts().add(new Account(boss, "hash", true, NOON));
        accounts().join(new Membership(gone, only, Role.OWNER, NOON));
        accounts().join(new Membership(gone, both, Role.VIEWER, NOON));
        accounts().join(new Membership(kept, both, Role.VIEWER, NOON));
        accounts().join(new Membership(gone, boss, Role.ADMIN, NOON));

        tokens().deleteAll(gone);
        accounts().leaveAll(gone);
        tenants().delete(gone);

        assertThat(accounts().find(only)).isEmpty();
        assertThat(accounts().find(boss)).isPresent();
        assertThat(accounts().memberships(boss)).isEmpty();
        assertThat(accounts().memberships(both))
                .extracting(Membership::tenant)
                .containsExactly(kept);
        assertThat(tenants().find(gone)).isEmpty();
        assertThat(tenants().find(kept)).isPresent();
    }
}
