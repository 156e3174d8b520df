// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import dev.sextant.identity.Account;
import dev.sextant.identity.AccountName;
import dev.sextant.identity.Accounts;
import dev.sextant.identity.Membership;
import dev.sextant.identity.Role;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Accounts and memberships in the metadata database.
@ApplicationScoped
@ActivateRequestContext
@Transactional
public class PanacheAccounts implements Accounts {

    @Override
    public Optional<Account> find(AccountName name) {
        return AccountEntity.<AccountEntity>findByIdOptional(name.value())
                .map(row -> new Account(name, row.passwordHash, row.operator, row.createdAt));
    }

    @Override
    public boolean add(Account account) {
        if (find(account.name()).isPresent()) {
            return false;
        }
        var row = new AccountEntity();
        row.name = account.name().value();
        row.passwordHash = account.passwordHash();
        row.operator = account.operator();
        row.createdAt = account.createdAt();
        row.persist();
        return true;
    }

    @Override
    public void join(Membership membership) {
        var key = new MemberEntity.Key(membership.account().value(), membership.tenant().value());
        var known = MemberEntity.<MemberEntity>findByIdOptional(key);
        if (known.isPresent()) {
            known.get().role = membership.role().word();
            return;
        }
        var row = new MemberEntity();
        row.account = key.account();
        row.tenant = key.tenant();
        row.role = membership.role().word();
        row.joinedAt = membership.joinedAt();
        row.persist();
    }

    @Override
    public List<Membership> memberships(AccountName account) {
        return MemberEntity.<MemberEntity>list(
                        "account = ?1 order by joinedAt, tenant", account.value())
                .stream()
                .map(row ->
                        new Membership(
                                new TenantId(row.tenant), account, Role.of(row.role), row.joinedAt))
                .toList();
    }

    @Override
    public void leaveAll(TenantId tenant) {
        var members = MemberEntity.<MemberEntity>list("tenant", tenant.value());
        MemberEntity.delete("tenant", tenant.value());
        for (var member : members) {
            if (belongsNowhere(member.account)) {
                SessionEntity.delete("account", member.account);
                TokenEntity.delete("account", member.account);
                AccountEntity.deleteById(member.account);
            }
        }
    }

    private static boolean belongsNowhere(String account) {
        return MemberEntity.count("account", account) == 0
                && AccountEntity.count("name = ?1 and operator = true", account) == 0;
    }
}
