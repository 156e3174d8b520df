// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.util.Locale;

/// What a delivery tells.
public enum DeliveryKind {
    FIRING,
    RESOLVED,
    TEST;

    /// The word of the REST surface and of the message.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
