// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

/// Told to the application when the transaction that filled the [Outbox] has committed.
public record DeliveriesQueued() {}
