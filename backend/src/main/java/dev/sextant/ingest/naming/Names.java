// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.naming;

/// Which names metrics and labels may have: those of Prometheus and OpenTelemetry, so letters, digits and {@code _ : . - /},
/// beginning with a letter or underscore.
public final class Names {
    private Names() {}

    public static boolean isMetric(String name) {
        return isName(name, true);
    }

    public static boolean isLabel(String name) {
        return isName(name, false);
    }

    /// The name with everything that no label's name may hold replaced by an underscore.
    public static String label(String name) {
        return allowed(name, false);
    }

    /// The name with everything that no metric's name may hold replaced by an underscore.
    public static String metric(String name) {
        return allowed(name, true);
    }

    private static String allowed(String name, boolean withColon) {
        if (isName(name, withColon)) {
            return name;
        }
        var allowed = new StringBuilder(name.length() + 1);
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            allowed.append(isPart(c, withColon) ? c : '_');
        }
        boolean isBegun = !allowed.isEmpty() && isStart(allowed.charAt(0), withColon);
        return isBegun ? allowed.toString() : "_" + allowed;
    }

    private static boolean isName(String name, boolean withColon) {
        if (name.isEmpty() || !isStart(name.charAt(0), withColon)) {
            return false;
        }
        for (int at = 1; at < name.length(); at++) {
            if (!isPart(name.charAt(at), withColon)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStart(char c, boolean withColon) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || (withColon && c == ':');
    }

    private static boolean isPart(char c, boolean withColon) {
        return isStart(c, withColon) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/';
    }
}
