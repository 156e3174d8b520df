// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.util.List;

/// The rows that a query answers with: one series each, in order of their keys unless the query orders them.
public record Frame(List<Series> series) {
    public Frame {
        series = List.copyOf(series);
    }

    public long points() {
        return series.stream().mapToLong(Series::length).sum();
    }
}
