// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

/// How many alerts are under way; `critical` and `warning` count the firing ones of that severity.
public record OpenCounts(long pending, long firing, long critical, long warning) {
    private static final OpenCounts NONE = new OpenCounts(0, 0, 0, 0);

    public static OpenCounts none() {
        return NONE;
    }

    /// These and so many more alerts of one stage and severity.
    public OpenCounts plus(Stage stage, Severity severity, long count) {
        return switch (stage) {
            case PENDING -> new OpenCounts(pending + count, firing, critical, warning);
            case FIRING ->
                    new OpenCounts(
                            pending,
                            firing + count,
                            critical + (severity == Severity.CRITICAL ? count : 0),
                            warning + (severity == Severity.WARNING ? count : 0));
            case INACTIVE, RESOLVED -> this;
        };
    }

    public OpenCounts plus(OpenCounts other) {
        return new OpenCounts(
                pending + other.pending,
                firing + other.firing,
                critical + other.critical,
                warning + other.warning);
    }
}
