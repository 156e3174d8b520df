// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.notify.DueLanes.Lane;
import dev.sextant.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every keeper of channels and deliveries must do. Its times lie far ahead, so that the sender of a running product,
/// which goes by the wall clock, never finds anything due here.
abstract class OutboxContract {
    private static final Instant START = Instant.parse("2099-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TenantId acme = tenant("acme");
    private final TenantId other = tenant("other");

    abstract Outbox outbox();

    abstract Deliveries deliveries();

    abstract Channels channels();

    abstract DueLanes lanes();

    @Test
    void keepsChannels() {
        var first = channel("ops", true, 0);
        var second = channel("night", false, 1);

        assertThat(channels().list(acme)).containsExactly(first, second);
        assertThat(channels().find(acme, first.id())).contains(first);
        assertThat(channels().find(other, first.id())).isEmpty();
        assertThat(channels().list(other)).isEmpty();

        var renamed = new Channel(first.id(), "day", first.target(), false, first.createdAt());
        channels().put(acme, renamed);
        assertThat(channels().find(acme, first.id())).contains(renamed);
    }

    @Test
    void deletesOnlyTheTenantsOwnChannels() {
        var channel = channel("ops", true, 0);

        assertThat(channels().delete(other, channel.id())).isFalse();
        assertThat(channels().delete(acme, channel.id())).isTrue();
        assertThat(channels().delete(acme, channel.id())).isFalse();
        assertThat(channels().list(acme)).isEmpty();
    }

    @Test
    void makesOneDeliveryPerEnabledChannelAndToldTransition() {
        var ops = channel("ops", true, 0);
        var night = channel("night", true, 1);
        channel("off", false, 2);
        var steps = Steps.of(acme, "a", START);
        outbox().enqueue(acme, List.of(steps.firing(), Steps.pending(acme, "b", START)), START);

        var queued = list(null);
        assertThat(queued)
                .extracting(delivery -> delivery.receiver().channelId())
                .containsExactlyInAnyOrder(ops.id(), night.id());
        assertThat(queued)
                .allSatisfy(delivery -> {
                    assertThat(delivery.message().kind()).isEqualTo(DeliveryKind.FIRING);
                    assertThat(delivery.message().alertId()).isEqualTo(steps.alertId());
                    assertThat(delivery.state())
                            .isEqualTo(new DeliveryState.Waiting(0, null, START));
                });
        assertThat(list(ops.id())).hasSize(1);
    }

    @Test
    void namesTheLanesOfAllTenantsThatHaveSomethingDue() {
        var ops = channel("ops", true, 0);
        var elsewhere = channel(other, "ops", true, 0);
        enqueue(acme, "a", START);
        enqueue(other, "a", START.plusSeconds(10));

        assertThat(ours(START.minusSeconds(1))).isEmpty();
        assertThat(ours(START)).containsExactly(new Lane(acme, ops.id()));
        assertThat(ours(START.plusSeconds(10)))
                .containsExactlyInAnyOrder(
                        new Lane(acme, ops.id()), new Lane(other, elsewhere.id()));
    }

    @Test
    void aClaimIsForOneAloneAndEndsByItself() {
        var ops = channel("ops", true, 0);
        enqueue(acme, "a", START);

        var claimed = claimed(ops, START);
        assertThat(claim(ops, START.plusSeconds(59))).isEmpty();
        assertThat(ours(START.plusSeconds(59))).isEmpty();

        var again = claimed(ops, START.plus(LEASE));
        assertThat(again.id()).isEqualTo(claimed.id());
    }

    @Test
    void anotherTenantCannotClaim() {
        var ops = channel("ops", true, 0);
        enqueue(acme, "a", START);

        assertThat(deliveries().claim(other, ops.id(), START, START.plus(LEASE))).isEmpty();
    }

    @Test
    void theStoryOfAnAlertGoesOutInOrder() {
        var ops = channel("ops", true, 0);
        var steps = Steps.of(acme, "a", START);
        outbox().enqueue(acme, List.of(steps.firing()), START);
        outbox().enqueue(acme, List.of(steps.resolved()), START.plusSeconds(60));
        enqueue(acme, "b", START.plusSeconds(61));
        var now = START.plusSeconds(120);

        var firing = claimed(ops, now);
        assertThat(firing.message().kind()).isEqualTo(DeliveryKind.FIRING);
        var otherAlert = claimed(ops, now);
        assertThat(otherAlert.message().alertId()).isNotEqualTo(steps.alertId());
        assertThat(claim(ops, now)).isEmpty();

        settle(firing, new DeliveryState.Waiting(1, "HTTP 500", now.plusSeconds(5)), now);
        assertThat(claim(ops, now)).isEmpty();
        settle(firing, new DeliveryState.Sent(2, "HTTP 200"), now);
        var resolved = claimed(ops, now);
        assertThat(resolved.message().kind()).isEqualTo(DeliveryKind.RESOLVED);
    }

    @Test
    void whatIsGivenUpMakesWayForTheNext() {
        var ops = channel("ops", true, 0);
        var steps = Steps.of(acme, "a", START);
        outbox().enqueue(acme, List.of(steps.firing()), START);
        outbox().enqueue(acme, List.of(steps.resolved()), START.plusSeconds(60));
        var now = START.plusSeconds(60);

        var firing = claimed(ops, now);
        settle(firing, new DeliveryState.Dead(12, "HTTP 500"), now);
        var resolved = claimed(ops, now);
        assertThat(resolved.message().kind()).isEqualTo(DeliveryKind.RESOLVED);
    }

    @Test
    void keepsHowADeliveryEnded() {
        var ops = channel("ops", true, 0);
        enqueue(acme, "a", START);
        var claimed = claimed(ops, START);
        var now = START.plusSeconds(1);
        settle(claimed, new DeliveryState.Sent(1, "HTTP 204"), now);

        var kept = list(ops.id()).getFirst();
        assertThat(kept.state()).isEqualTo(new DeliveryState.Sent(1, "HTTP 204"));
        assertThat(kept.at()).isEqualTo(now);
        assertThat(kept.message()).isEqualTo(claimed.message());
        assertThat(deliveries().lastByChannel(acme)).containsEntry(ops.id(), kept);
        assertThat(deliveries().lastByChannel(other)).isEmpty();
    }

    @Test
    void keepsWhatWasNeverQueued() {
        var ops = channel("ops", true, 0);
        var test =
                new Delivery(
                        NotifyIds.next(START),
                        new Delivery.Receiver(ops.id(), ops.name()),
                        new Delivery.Message(DeliveryKind.TEST, null, "{}", START),
                        START,
                        new DeliveryState.Dead(1, "HTTP 404"));
        deliveries().put(acme, test);

        assertThat(list(null)).containsExactly(test);
        assertThat(deliveries().list(other, new DeliveryPage(null, null, 10))).isEmpty();
    }

    @Test
    void pagesNewestFirst() {
        channel("ops", true, 0);
        for (int second = 0; second < 5; second++) {
            enqueue(acme, "h" + second, START.plusSeconds(second));
        }

        var all = list(null);
        assertThat(all).hasSize(5).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        var first = deliveries().list(acme, new DeliveryPage(null, null, 3));
        var rest = deliveries().list(acme, new DeliveryPage(null, first.getLast().id(), 3));
        assertThat(first).isEqualTo(all.subList(0, 3));
        assertThat(rest).isEqualTo(all.subList(3, 5));
    }

    private List<Lane> ours(Instant now) {
        return lanes().list(now).stream()
                .filter(lane -> lane.tenant().equals(acme) || lane.tenant().equals(other))
                .toList();
    }

    private Optional<Delivery> claim(Channel channel, Instant now) {
        return deliveries().claim(acme, channel.id(), now, now.plus(LEASE));
    }

    private Delivery claimed(Channel channel, Instant now) {
        return claim(channel, now).orElseThrow();
    }

    private void settle(Delivery delivery, DeliveryState state, Instant now) {
        deliveries().put(acme, delivery.withState(state, now));
    }

    private List<Delivery> list(@Nullable String channelId) {
        return deliveries().list(acme, new DeliveryPage(channelId, null, 10));
    }

    private void enqueue(TenantId tenant, String host, Instant now) {
        outbox().enqueue(tenant, List.of(Steps.of(tenant, host, now).firing()), now);
    }

    private Channel channel(String name, boolean enabled, int second) {
        return channel(acme, name, enabled, second);
    }

    private Channel channel(TenantId tenant, String name, boolean enabled, int second) {
        var at = START.plusSeconds(second);
        var target = new ChannelTarget.Webhook(URI.create("http://127.0.0.1:9/" + name));
        var channel = new Channel(NotifyIds.next(at), name, target, enabled, at);
        channels().put(tenant, channel);
        return channel;
    }

    private static TenantId tenant(String name) {
        return new TenantId(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
