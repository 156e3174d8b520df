// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.alert.Alert;
import dev.sextant.alert.Text;
import dev.sextant.alert.Transition;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Words what is to be told. A message is the same JSON for every kind of channel; a receiver that speaks another form
/// renders it from that.
@ApplicationScoped
public class Messages {
    private static final int VERSION = 1;

    private final ObjectMapper mapper;
    private final String publicUrl;

    Messages(ObjectMapper mapper, NotifyConfig config) {
        this.mapper = mapper;
        this.publicUrl = config.publicUrl().toString().replaceAll("/+$", "");
    }

    /// The deliveries of these transitions: one per enabled channel for each that receivers are to be told of.
    public List<Delivery> deliveries(
            TenantId tenant, List<Transition> transitions, List<Channel> channels, Instant now) {
        var deliveries = new ArrayList<Delivery>();
        for (var transition : transitions) {
            var kind = kind(transition);
            if (kind.isEmpty()) {
                continue;
            }
            var alert = transition.alert();
            var body = body(tenant, kind.get(), view(alert), "/alerts/" + alert.id());
            var message = new Delivery.Message(kind.get(), alert.id(), body, now);
            channels.stream()
                    .filter(Channel::enabled)
                    .forEach(channel -> deliveries.add(delivery(channel, message)));
        }
        return deliveries;
    }

    /// A delivery that tells of no alert, to see whether a channel works.
    public Delivery test(TenantId tenant, Channel channel, Instant now) {
        var alert =
                new AlertView(
                        "test",
                        new RuleView("test", Map.of("en", "Test message", "zh", "测试消息")),
                        Map.of(),
                        "info",
                        null,
                        Map.of("en", "Sextant can reach this channel.", "zh", "Sextant 可以连接此渠道。"),
                        now,
                        null,
                        null);
        var body = body(tenant, DeliveryKind.TEST, alert, "/alerts");
        return delivery(channel, new Delivery.Message(DeliveryKind.TEST, null, body, now));
    }

    private static Optional<DeliveryKind> kind(Transition transition) {
        return switch (transition.notice()) {
            case NONE -> Optional.empty();
            case FIRING -> Optional.of(DeliveryKind.FIRING);
            case RESOLVED -> Optional.of(DeliveryKind.RESOLVED);
        };
    }

    private static Delivery delivery(Channel channel, Delivery.Message message) {
        var now = message.createdAt();
        return new Delivery(
                NotifyIds.next(now),
                new Delivery.Receiver(channel.id(), channel.name()),
                message,
                now,
                new DeliveryState.Waiting(0, null, now));
    }

    private String body(TenantId tenant, DeliveryKind kind, AlertView alert, String path) {
        var view = new MessageView(VERSION, tenant.value(), kind.text(), alert, publicUrl + path);
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("a message can't be written as JSON", problem);
        }
    }

    private static AlertView view(Alert alert) {
        return new AlertView(
                alert.id(),
                new RuleView(alert.ruleId(), alert.subject().ruleTitle().byLanguage()),
                alert.labels().asMap(),
                alert.severity().text(),
                alert.evidence().value(),
                languages(alert.evidence().reason()),
                alert.openedAt(),
                alert.firedAt(),
                alert.resolvedAt());
    }

    private static @Nullable Map<String, String> languages(@Nullable Text text) {
        return text == null ? null : text.byLanguage();
    }

    /// The message; its members are what receivers rely on.
    record MessageView(int version, String tenant, String status, AlertView alert, String link) {}

    /// The alert within a message.
    record AlertView(
            String id,
            RuleView rule,
            Map<String, String> labels,
            String severity,
            @Nullable Double value,
            @Nullable Map<String, String> reason,
            Instant since,
            @Nullable Instant firedAt,
            @Nullable Instant resolvedAt) {}

    /// The rule within a message.
    record RuleView(String id, Map<String, String> title) {}
}
