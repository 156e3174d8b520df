// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The name of an [AlertState] without its times, for filters, counts and time lines.
public enum Stage {
    INACTIVE,
    PENDING,
    FIRING,
    RESOLVED;

    /// The stage of this name as the REST surface writes it: `inactive`, `pending`, `firing`, `resolved`.
    public static Stage of(String text) {
        for (var stage : values()) {
            if (stage.text().equals(text)) {
                return stage;
            }
        }
        throw new IllegalArgumentException(
                "state \"%s\" is not known: use %s"
                        .formatted(
                                text,
                                Arrays.stream(values())
                                        .map(Stage::text)
                                        .collect(Collectors.joining(", "))));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether an alert in it is still under way.
    public boolean isOpen() {
        return switch (this) {
            case PENDING, FIRING -> true;
            case INACTIVE, RESOLVED -> false;
        };
    }
}
