// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.webhook;

import dev.sextant.notify.ChannelSender;
import dev.sextant.notify.ChannelTarget;
import dev.sextant.notify.Delivery;
import dev.sextant.notify.NotifyConfig;
import dev.sextant.notify.OutgoingAddresses;
import dev.sextant.notify.SendOutcome;
import dev.sextant.tenant.TenantId;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/// Posts the message as JSON. Any 2xx is taken as received; the answer's body is not read; redirects are not followed,
/// because they would lead around the guard of addresses.
@ApplicationScoped
@Identifier(ChannelTarget.Webhook.TYPE)
public class WebhookSender implements ChannelSender {
    /// The header with the delivery's id, the same at every attempt.
    public static final String DELIVERY_HEADER = "Sextant-Delivery";

    private final OutgoingAddresses addresses;
    private final Duration timeout;
    private final HttpClient client;

    public WebhookSender(OutgoingAddresses addresses, NotifyConfig config) {
        this.addresses = addresses;
        this.timeout = config.timeout();
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .build();
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    @Override
    public SendOutcome send(TenantId tenant, ChannelTarget target, Delivery delivery) {
        return switch (target) {
            case ChannelTarget.Webhook(var url) ->
                    addresses
                            .refusal(url)
                            .<SendOutcome>map(SendOutcome.Refused::new)
                            .orElseGet(() -> post(url, delivery));
        };
    }

    private SendOutcome post(URI url, Delivery delivery) {
        var request =
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Sextant")
                        .header(DELIVERY_HEADER, delivery.id())
                        .POST(BodyPublishers.ofString(delivery.message().body()))
                        .build();
        try {
            return outcome(client.send(request, BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException slow) {
            return new SendOutcome.Refused("no answer within %d ms".formatted(timeout.toMillis()));
        } catch (ConnectException problem) {
            return new SendOutcome.Refused("no connection to " + url.getAuthority());
        } catch (IOException problem) {
            return new SendOutcome.Refused("the connection broke: " + problem.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Refused("Sextant stopped while sending");
        }
    }

    private static SendOutcome outcome(HttpResponse<InputStream> response) throws IOException {
        // Closing without reading gives up the rest of the body, however long it is.
        response.body().close();
        var status = response.statusCode();
        return switch (status / 100) {
            case 2 -> new SendOutcome.Accepted("HTTP " + status);
            case 3 -> new SendOutcome.Refused("HTTP " + status + ": redirects are not followed");
            default -> new SendOutcome.Refused("HTTP " + status);
        };
    }
}
