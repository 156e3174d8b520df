// SPDX-License-Identifier: Apache-2.0
/// The channel that posts JSON to an address. Knows HTTP and nothing of alerts; start with [WebhookSender].
@NullMarked
package dev.sextant.notify.webhook;

import org.jspecify.annotations.NullMarked;
