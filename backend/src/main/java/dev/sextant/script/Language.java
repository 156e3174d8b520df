// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import java.util.Locale;
import java.util.Optional;

/// What a worker runs: a language that scripts are written in, or models.
public enum Language {
    JAVASCRIPT,
    PYTHON,
    /// No scripts but models of neural nets and the like, which are algorithms and never rules.
    ONNX;

    /// As REST, headers and files write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOfScripts() {
        return switch (this) {
            case JAVASCRIPT, PYTHON -> true;
            case ONNX -> false;
        };
    }

    /// A language of scripts.
    public static Optional<Language> of(String text) {
        for (var language : values()) {
            if (language.isOfScripts() && language.text().equals(text)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
