// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.Await;
import dev.sextant.testing.Receiver;
import dev.sextant.testing.Receiver.Message;
import dev.sextant.testing.Rest;
import dev.sextant.testing.RunningSextant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A real metric of this machine makes an alert, and somebody outside hears of it: once when it fires, once when it is over.
@ExtendWith(SharedSextant.class)
class WebhookIT {
    private static final String RULE = "webhook-cpu";

    @Test
    void aReceiverHearsFiringAndResolved(RunningSextant sextant) throws Exception {
        var rest = sextant.rest();
        try (var receiver = Receiver.start()) {
            var channel = addChannel(rest, receiver);
            var source = Scripts.threshold(RULE, "host.cpu.usage_ratio", "{ for: \"2s\" }");
            var saved = rest.post("/api/v1/rules", Scripts.draft(source, Map.of("border", 0)));
            assertThat(saved.status()).as(saved.text()).isEqualTo(201);
            var firing =
                    Await.value(
                            Scripts.PATIENCE,
                            "the firing message",
                            () -> receiver.message(RULE, "firing"));

            var calmer = Scripts.draft(source, Map.of("border", 1000));
            var changed = rest.put("/api/v1/rules/" + RULE, calmer, saved.etag().orElseThrow());
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            var resolved =
                    Await.value(
                            Scripts.PATIENCE,
                            "the resolved message",
                            () -> receiver.message(RULE, "resolved"));

            assertSameStory(firing, resolved);
            rest.delete("/api/v1/channels/" + channel);
            rest.delete("/api/v1/rules/" + RULE);
        }
    }

    private static String addChannel(Rest rest, Receiver receiver) {
        var channel =
                rest.post(
                        "/api/v1/channels",
                        Map.of(
                                "name",
                                "webhook-it",
                                "type",
                                "webhook",
                                "url",
                                receiver.address().toString(),
                                "enabled",
                                true));
        assertThat(channel.status()).as(channel.text()).isEqualTo(201);
        return channel.body().path("id").asText();
    }

    private static void assertSameStory(Message firing, Message resolved) {
        assertThat(firing.body().at("/alert/id")).isEqualTo(resolved.body().at("/alert/id"));
        assertThat(firing.body().at("/alert/labels/host").asText()).isNotBlank();
        assertThat(firing.body().path("tenant").asText()).isEqualTo("main");
        assertThat(firing.body().at("/alert/reason").toString()).contains("reaches 0");
        assertThat(firing.body().path("link").asText()).contains("/alerts/");
        assertThat(resolved.body().at("/alert/resolvedAt").asText()).isNotBlank();
        assertThat(firing.delivery()).isNotEqualTo(resolved.delivery());
    }
}
