// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import org.jspecify.annotations.Nullable;

/// Which deliveries a list shall hold: newest first, only those older than the delivery `after`.
///
/// @param channelId only to this channel; null: to all
/// @param after the id of the last delivery of the page before; null: from the start
public record DeliveryPage(@Nullable String channelId, @Nullable String after, int limit) {}
