// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.notify.webhook.WebhookSender;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deliveries on their way to real receivers, with a clock that moves only when told to.
class DeliveryLanesTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final Channels channels = new InMemoryChannels();
    private final InMemoryOutbox outbox = new InMemoryOutbox(channels);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Steps steps = Steps.of(ACME, "a", START);
    private DeliveryLanes lanes = lanes(FastNotifyConfig.usual());
    private Receiver receiver = new Receiver();

    DeliveryLanesTest() throws IOException {}

    @BeforeEach
    void addChannel() {
        channel(ACME, "ops", receiver.url());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tellsOfTheAlertAndOfItsEndInOrder() throws IOException {
        enqueueBoth();
        send();

        assertThat(receiver.received()).hasSize(2);
        var firing = new ObjectMapper().readTree(receiver.received().getFirst().body());
        assertThat(firing.toString())
                .isEqualTo(
                        ("{'version':1,'tenant':'acme','status':'firing','alert':{'id':'%s',"
                                        + "'rule':{'id':'cpu-high','title':{'en':'CPU high','zh':'CPU 过高'}},"
                                        + "'labels':{'host':'a'},'severity':'critical','value':0.97,"
                                        + "'reason':{'en':'97 %% busy','zh':'繁忙'},"
                                        + "'since':'2026-11-21T00:00:00Z','firedAt':'2026-11-21T00:00:00Z',"
                                        + "'resolvedAt':null},'link':'http://sextant.example/alerts/%s'}")
                                .formatted(steps.alertId(), steps.alertId())
                                .replace('\'', '"'));
        var resolved = new ObjectMapper().readTree(receiver.received().getLast().body());
        assertThat(resolved.at("/status").asText()).isEqualTo("resolved");
        assertThat(resolved.at("/alert/resolvedAt").asText()).isEqualTo("2026-11-21T00:01:00Z");
        assertThat(receiver.received())
                .extracting(Receiver.Received::contentType)
                .containsOnly("application/json");
        assertThat(receiver.received())
                .extracting(Receiver.Received::delivery)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(deliveries()).anyMatch(d -> d.id().equals(id)));
        assertThat(deliveries())
                .extracting(Delivery::state)
                .containsOnly(new DeliveryState.Sent(1, "HTTP 200"));
        assertThat(meters.counter("sextant.notify.deliveries", "status", "sent").count())
                .isEqualTo(2);
        assertThat(meters.timer("sextant.notify").count()).isEqualTo(2);
    }

    @Test
    void aReceiverThatFailsForTenMinutesLosesNothing() {
        enqueueBoth();
        receiver.answerWith(500);
        for (int second = 0; second < 600; second++) {
            send();
            clock.move(Duration.ofSeconds(1));
        }

        // At 0, 5, 15, 35, 75, 155 and 315 s: it is asked ever more seldom, and only for the first.
        assertThat(receiver.received()).hasSize(7);
        assertThat(receiver.received())
                .extracting(Receiver.Received::delivery)
                .containsOnly(deliveries().getLast().id());
        assertThat(deliveries().getLast().state().text()).isEqualTo("failed");
        assertThat(deliveries().getLast().state().detail()).isEqualTo("HTTP 500");

        receiver.answerWith(204);
        clock.move(Duration.ofMinutes(1));
        send();

        assertThat(deliveries()).extracting(d -> d.state().text()).containsOnly("sent");
        assertThat(receiver.received()).hasSize(9);
        assertThat(receiver.received().get(7).body()).contains("\"status\":\"firing\"");
        assertThat(receiver.received().get(8).body()).contains("\"status\":\"resolved\"");
    }

    @Test
    void givesUpAfterALastAttemptAndGoesOnWithTheNext() {
        enqueueBoth();
        receiver.answerWith(503);
        for (int minute = 0; minute < 80; minute++) {
            send();
            clock.move(Duration.ofMinutes(1));
        }

        assertThat(deliveries().getLast().state())
                .isEqualTo(new DeliveryState.Dead(12, "HTTP 503"));
        receiver.answerWith(200);
        clock.move(Duration.ofMinutes(15));
        send();
        assertThat(deliveries().getFirst().state().text()).isEqualTo("sent");
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() throws IOException {
        try (var slow = new Receiver()) {
            slow.hang();
            var slowChannel = channel(ACME, "slow", slow.url());
            var elsewhere = channel(GLOBEX, "ops", receiver.url());
            outbox.enqueue(ACME, List.of(steps.firing()), START);
            outbox.enqueue(GLOBEX, List.of(Steps.of(GLOBEX, "a", START).firing()), START);

            var ends = lanes.start();
            assertThat(ends).hasSize(3);
            // Two of the three lanes end while the third is still under way.
            while (ends.stream().filter(CompletableFuture::isDone).count() < 2) {
                CompletableFuture.anyOf(open(ends)).join();
            }
            assertThat(last(GLOBEX, elsewhere)).isEqualTo("sent");
            assertThat(last(ACME, slowChannel)).isEqualTo("pending");
            assertThat(lanes.start()).isEmpty();
            slow.close();
            CompletableFuture.allOf(open(ends)).join();
        }
    }

    @Test
    void whoeverDiesWhileSendingLosesNothing() {
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        var channel = channels.list(ACME).getFirst();
        var lost =
                outbox.claim(ACME, channel.id(), START, START.plus(Duration.ofSeconds(35)))
                        .orElseThrow();

        send();
        assertThat(receiver.received()).isEmpty();
        clock.move(Duration.ofSeconds(35));
        send();
        assertThat(receiver.received())
                .extracting(Receiver.Received::delivery)
                .containsExactly(lost.id());
    }

    @Test
    void whatGoesToADeletedChannelIsGivenUp() {
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        channels.delete(ACME, channels.list(ACME).getFirst().id());
        send();

        assertThat(deliveries().getFirst().state())
                .isEqualTo(new DeliveryState.Dead(0, "the channel was deleted"));
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void doesNotFollowRedirects() {
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        receiver.answerWith(302);
        send();

        assertThat(receiver.received()).hasSize(1);
        assertThat(detail()).isEqualTo("HTTP 302: redirects are not followed");
    }

    @Test
    void saysThatNobodyListens() {
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        receiver.close();
        send();

        assertThat(detail()).isEqualTo("no connection to " + receiver.url().getAuthority());
    }

    @Test
    void saysThatNobodyAnswers() {
        lanes = lanes(new FastNotifyConfig(Duration.ofMillis(200), true, 12));
        receiver.hang();
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        send();

        assertThat(detail()).isEqualTo("no answer within 200 ms");
    }

    @Test
    void asksTheGuardAgainBeforeEachAttempt() {
        lanes = lanes(new FastNotifyConfig(Duration.ofSeconds(5), false, 12));
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        send();

        assertThat(receiver.received()).isEmpty();
        assertThat(detail()).contains("private address 127.0.0.1");
    }

    private void enqueueBoth() {
        outbox.enqueue(ACME, List.of(steps.firing()), START);
        clock.move(Duration.ofSeconds(60));
        outbox.enqueue(ACME, List.of(steps.resolved()), clock.instant());
    }

    private void send() {
        CompletableFuture.allOf(lanes.start().toArray(new CompletableFuture<?>[0])).join();
    }

    private static CompletableFuture<?>[] open(List<CompletableFuture<?>> ends) {
        return ends.stream().filter(end -> !end.isDone()).toArray(CompletableFuture<?>[]::new);
    }

    private String last(TenantId tenant, Channel channel) {
        var last = outbox.lastByChannel(tenant).get(channel.id());
        return last == null ? "none" : last.state().text();
    }

    private List<Delivery> deliveries() {
        return outbox.list(ACME, new DeliveryPage(null, null, 10));
    }

    private String detail() {
        return String.valueOf(deliveries().getFirst().state().detail());
    }

    private Channel channel(TenantId tenant, String name, URI url) {
        var target = new ChannelTarget.Webhook(url);
        var channel = new Channel(NotifyIds.next(START), name, target, true, START);
        channels.put(tenant, channel);
        return channel;
    }

    private DeliveryLanes lanes(NotifyConfig config) {
        var sender = new WebhookSender(new OutgoingAddresses(config), config);
        var desk = new DeliveryDesk(outbox, channels, sender, new DeliveryMeters(meters), config);
        return new DeliveryLanes(outbox, desk, config, clock);
    }
}
