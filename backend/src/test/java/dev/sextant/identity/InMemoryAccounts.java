// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Accounts for tests without a database.
public final class InMemoryAccounts implements Accounts {
    private final Map<AccountName, Account> accounts = new ConcurrentHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();

    @Override
    public Optional<Account> find(AccountName name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public boolean add(Account account) {
        return accounts.putIfAbsent(account.name(), account) == null;
    }

    @Override
    public synchronized void join(Membership membership) {
        var before =
                memberships.stream()
                        .filter(known -> known.account().equals(membership.account()))
                        .filter(known -> known.tenant().equals(membership.tenant()))
                        .findFirst();
        before.ifPresent(memberships::remove);
        var since = before.map(Membership::joinedAt).orElse(membership.joinedAt());
        memberships.add(
                new Membership(
                        membership.tenant(), membership.account(), membership.role(), since));
    }

    @Override
    public synchronized List<Membership> memberships(AccountName account) {
        return memberships.stream()
                .filter(membership -> membership.account().equals(account))
                .sorted(
                        Comparator.comparing(Membership::joinedAt)
                                .thenComparing(membership -> membership.tenant().value()))
                .toList();
    }

    @Override
    public synchronized void leaveAll(TenantId tenant) {
        var left =
                memberships.stream()
                        .filter(membership -> membership.tenant().equals(tenant))
                        .map(Membership::account)
                        .toList();
        memberships.removeIf(membership -> membership.tenant().equals(tenant));
        accounts.values()
                .removeIf(account ->
                        left.contains(account.name())
                                && !account.operator()
                                && memberships(account.name()).isEmpty());
    }
}
