// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import java.util.regex.Pattern;

/// Words that say that something is unfinished.
final class Markers {
    // Written in two parts, so that this file does not break its own rule.
    static final Pattern PATTERN = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private Markers() {}
}
