// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Channels in memory, for tests.
public final class InMemoryChannels implements Channels {
    private final Map<TenantId, TreeMap<String, Channel>> channels = new HashMap<>();

    @Override
    public synchronized List<Channel> list(TenantId tenant) {
        return List.copyOf(of(tenant).values());
    }

    @Override
    public synchronized Optional<Channel> find(TenantId tenant, String id) {
        return Optional.ofNullable(of(tenant).get(id));
    }

    @Override
    public synchronized void put(TenantId tenant, Channel channel) {
        of(tenant).put(channel.id(), channel);
    }

    @Override
    public synchronized boolean delete(TenantId tenant, String id) {
        return of(tenant).remove(id) != null;
    }

    private TreeMap<String, Channel> of(TenantId tenant) {
        return channels.computeIfAbsent(tenant, _ -> new TreeMap<>());
    }
}
