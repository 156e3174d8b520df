// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which columns of a database are the series of a metric.
///
/// @param table with its schema if it has one, `plant.readings`; either this or select
/// @param select one SELECT with the columns named below
/// @param time column of the points' times
/// @param value column of their values
/// @param timeUnit what a number in the column of times counts: `ms` (left out) or `s`
/// @param labels columns that become labels of their names
@Schema(name = "MetricMapping")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricMapping(
        @Nullable String name,
        @Nullable String table,
        @Nullable String select,
        @Nullable String time,
        @Nullable String value,
        @Nullable String timeUnit,
        @Nullable List<String> labels) {
    public MetricMapping {
        labels = labels == null ? null : List.copyOf(labels);
    }
}
