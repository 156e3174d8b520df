// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

/// Tells a value that one of our value types refused (the caller's fault, worded for people) from an
/// [IllegalArgumentException] out of a library (our bug, worded for programmers).
final class ValueFaults {
    private static final String OURS = "dev.sextant.";

    private ValueFaults() {}

    static boolean isOurs(IllegalArgumentException fault) {
        var trace = fault.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(OURS);
    }
}
