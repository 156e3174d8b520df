// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import dev.sextant.telemetry.MetricMetadata.Type;

/// The types of metrics by the numbers that both versions give them.
final class MetricTypes {
    private MetricTypes() {}

    static Type of(int number) {
        return switch (number) {
            case 1 -> Type.COUNTER;
            case 2, 6, 7 -> Type.GAUGE;
            case 3, 4 -> Type.HISTOGRAM;
            case 5 -> Type.SUMMARY;
            default -> Type.UNKNOWN;
        };
    }
}
