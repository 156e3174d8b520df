// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import java.util.Locale;

/// How far a version of an algorithm has come. At most one version is stable: the one that its bare name means.
public enum Stage {
    /// Saved; used only by who names its number.
    SHADOW,
    STABLE,
    /// Was stable, and made room for another.
    RETIRED;

    /// As REST writes it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
