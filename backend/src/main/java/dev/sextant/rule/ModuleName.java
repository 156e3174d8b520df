// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name by which rules import a module: at least one folder, then a file, such as `shared/budget.js`. The folder keeps
/// a tenant's names apart from those of the standard library; the ending says the language.
public record ModuleName(String value) implements Comparable<ModuleName> {
    private static final int LONGEST = 160;
    private static final Pattern JAVASCRIPT = Pattern.compile("(?:[\\w-]+/){1,5}[\\w-]+\\.js");
    private static final Pattern PYTHON =
            Pattern.compile("(?:[A-Za-z_]\\w*/){1,5}[A-Za-z_]\\w*\\.py");

    public ModuleName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "module name \"%s\" is not valid: use a folder and a file such as shared/budget.js or shared/budget.py, of letters, digits and _"
                            .formatted(value));
        }
    }

    /// The name, if the text is one.
    public static Optional<ModuleName> of(String text) {
        return isValid(text) ? Optional.of(new ModuleName(text)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        return value.length() <= LONGEST
                && !value.startsWith("sextant/")
                && (JAVASCRIPT.matcher(value).matches() || PYTHON.matcher(value).matches());
    }

    /// As REST writes it: "javascript" or "python".
    public String language() {
        return value.endsWith(".py") ? "python" : "javascript";
    }

    /// The name without its ending, as `modules` in a header writes it: `shared/budget`.
    public String stem() {
        return value.substring(0, value.lastIndexOf('.'));
    }

    /// The folder, with a slash at its end.
    public String folder() {
        return value.substring(0, value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ModuleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
