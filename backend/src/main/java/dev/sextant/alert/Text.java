// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A message for people in one or more languages, by language tag (`en`, `zh`). Never empty.
public record Text(Map<String, String> byLanguage) {
    private static final String FALLBACK = "en";

    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    /// A text without translations.
    public static Text of(String english) {
        return new Text(Map.of(FALLBACK, english));
    }

    /// The message in this language, else in English, else in any that is there.
    public String in(String language) {
        var exact = byLanguage.get(language);
        if (exact != null) {
            return exact;
        }
        var english = byLanguage.get(FALLBACK);
        return english != null ? english : byLanguage.values().iterator().next();
    }
}
