// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sextant.alert.Transition;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The outbox in memory, for tests; it also remembers every transition that it was given.
public final class InMemoryOutbox implements Outbox, Deliveries, DueLanes {
    private final Channels channels;
    private final Messages messages;
    private final Map<TenantId, TreeMap<String, Delivery>> deliveries = new HashMap<>();
    private final Map<TenantId, List<Transition>> transitions = new HashMap<>();

    /// An outbox that nobody listens to.
    public InMemoryOutbox() {
        this(new InMemoryChannels());
    }

    public InMemoryOutbox(Channels channels) {
        var mapper =
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        this.channels = channels;
        this.messages = new Messages(mapper, FastNotifyConfig.usual());
    }

    /// Every transition that was enqueued, told or not.
    public synchronized List<Transition> enqueued(TenantId tenant) {
        return List.copyOf(transitions.getOrDefault(tenant, List.of()));
    }

    @Override
    public synchronized void enqueue(TenantId tenant, List<Transition> steps, Instant now) {
        transitions.computeIfAbsent(tenant, _ -> new ArrayList<>()).addAll(steps);
        messages.deliveries(tenant, steps, channels.list(tenant), now)
                .forEach(delivery -> of(tenant).put(delivery.id(), delivery));
    }

    @Override
    public synchronized Optional<Delivery> claim(
            TenantId tenant, String channelId, Instant now, Instant until) {
        var oldest =
                of(tenant).values().stream()
                        .filter(delivery -> isTo(delivery, channelId) && isDue(delivery, now))
                        .filter(delivery -> isHeadOfLine(tenant, delivery))
                        .findFirst();
        oldest.ifPresent(delivery ->
                put(
                        tenant,
                        delivery.withState(
                                new DeliveryState.Waiting(
                                        delivery.state().attempts(),
                                        delivery.state().detail(),
                                        until),
                                delivery.at())));
        return oldest;
    }

    private boolean isHeadOfLine(TenantId tenant, Delivery delivery) {
        var alert = delivery.message().alertId();
        return alert == null
                || of(tenant).headMap(delivery.id()).values().stream()
                        .filter(older -> isTo(older, delivery.receiver().channelId()))
                        .filter(older -> alert.equals(older.message().alertId()))
                        .noneMatch(older -> older.state() instanceof DeliveryState.Waiting);
    }

    private static boolean isTo(Delivery delivery, String channelId) {
        return delivery.receiver().channelId().equals(channelId);
    }

    private static boolean isDue(Delivery delivery, Instant now) {
        return delivery.state() instanceof DeliveryState.Waiting(_, _, var dueAt)
                && !dueAt.isAfter(now);
    }

    @Override
    public synchronized void put(TenantId tenant, Delivery delivery) {
        of(tenant).put(delivery.id(), delivery);
    }

    @Override
    public synchronized List<Delivery> list(TenantId tenant, DeliveryPage page) {
        var channel = page.channelId();
        var after = page.after();
        return of(tenant).values().stream()
                .filter(delivery -> channel == null || isTo(delivery, channel))
                .filter(delivery -> after == null || delivery.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Delivery::id).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized Map<String, Delivery> lastByChannel(TenantId tenant) {
        var last = new HashMap<String, Delivery>();
        of(tenant)
                .values()
                .forEach(delivery -> last.put(delivery.receiver().channelId(), delivery));
        return last;
    }

    @Override
    public synchronized List<Lane> list(Instant now) {
        return deliveries.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().values().stream()
                                .filter(delivery -> isDue(delivery, now))
                                .map(delivery ->
                                        new Lane(entry.getKey(), delivery.receiver().channelId())))
                .distinct()
                .toList();
    }

    private TreeMap<String, Delivery> of(TenantId tenant) {
        return deliveries.computeIfAbsent(tenant, _ -> new TreeMap<>());
    }
}
