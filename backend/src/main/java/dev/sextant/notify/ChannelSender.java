// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;

/// Sends to one kind of channel. An implementation is a bean with `@Identifier` of its [ChannelTarget#type], in a folder of
/// its own. It is called from several threads, waits for its receiver no longer than the configured timeout, and reports
/// what goes wrong outside as [SendOutcome.Refused], never as an exception.
@FunctionalInterface
public interface ChannelSender {
    SendOutcome send(TenantId tenant, ChannelTarget target, Delivery delivery);
}
