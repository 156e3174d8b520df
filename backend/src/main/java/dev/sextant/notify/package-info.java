// SPDX-License-Identifier: Apache-2.0
/// Telling people: channels, the transactional outbox of deliveries, and the worker that sends them at least once and in
/// order per alert. Must not know rules, scripts or evaluation; it sees alerts only as transitions. One folder per kind of
/// channel. Start with [Outbox] for what is to be told and [DeliveryLanes] for how it is sent.
@NullMarked
package dev.sextant.notify;

import org.jspecify.annotations.NullMarked;
