// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/// Hands each delivery to the sender of its channel's kind.
@ApplicationScoped
public class ChannelSenders implements ChannelSender {
    private final Instance<ChannelSender> senders;

    ChannelSenders(@Any Instance<ChannelSender> senders) {
        this.senders = senders;
    }

    @Override
    public SendOutcome send(TenantId tenant, ChannelTarget target, Delivery delivery) {
        return senders.select(Identifier.Literal.of(target.type()))
                .get()
                .send(tenant, target, delivery);
    }
}
