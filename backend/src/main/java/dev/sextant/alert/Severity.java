// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How bad it is, in rising order.
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    /// The severity of this name as rules and the REST surface write it: `info`, `warning`, `critical`.
    public static Severity of(String text) {
        for (var severity : values()) {
            if (severity.text().equals(text)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(
                "severity \"%s\" is not known: use %s"
                        .formatted(
                                text,
                                Arrays.stream(values())
                                        .map(Severity::text)
                                        .collect(Collectors.joining(", "))));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAbove(Severity other) {
        return compareTo(other) > 0;
    }
}
