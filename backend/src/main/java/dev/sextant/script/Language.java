// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import java.util.Locale;
import java.util.Optional;

/// A language that scripts are written in.
public enum Language {
    JAVASCRIPT,
    PYTHON;

    /// As REST, headers and files write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> of(String text) {
        for (var language : values()) {
            if (language.text().equals(text)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
