// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

/// The marker by which Prometheus says that a series has ended. It is no point.
final class Staleness {
    private static final long MARKER = 0x7ff0000000000002L;

    private Staleness() {}

    static boolean isMarker(double value) {
        return Double.isNaN(value) && Double.doubleToRawLongBits(value) == MARKER;
    }
}
