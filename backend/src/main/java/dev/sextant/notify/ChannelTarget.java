// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.net.URI;

/// The kind of a channel and what that kind needs to be reached.
public sealed interface ChannelTarget {
    /// A receiver that takes the notification as JSON by POST.
    record Webhook(URI url) implements ChannelTarget {
        public static final String TYPE = "webhook";
    }

    /// The word of the REST surface for the kind.
    default String type() {
        return switch (this) {
            case Webhook _ -> Webhook.TYPE;
        };
    }

    /// The address that is called, for people and for the guard.
    default URI address() {
        return switch (this) {
            case Webhook(var url) -> url;
        };
    }
}
