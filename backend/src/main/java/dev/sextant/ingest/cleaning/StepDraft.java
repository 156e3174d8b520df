// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A step as people write and read it; which fields mean something depends on the type.
///
/// @param type `relabel`, `drop`, `renameMetric`, `renameLabel` or `convertUnit`
/// @param action of a relabel: as in Prometheus' `relabel_config`, `replace` when left out
/// @param metric an expression that a metric's whole name matches; left out for renames and relabels: all
/// @param where of a drop: expressions by label, all of which match
/// @param from of a rename or conversion: the name or unit before
/// @param to of a rename or conversion: the name or unit after
@Schema(name = "CleaningStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepDraft(
        @Nullable String type,
        @Nullable String action,
        @JsonAlias("source_labels") @Nullable List<String> sourceLabels,
        @Nullable String separator,
        @Nullable String regex,
        @Nullable Long modulus,
        @JsonAlias("target_label") @Nullable String targetLabel,
        @Nullable String replacement,
        @Nullable String metric,
        @Nullable Map<String, String> where,
        @Nullable String from,
        @Nullable String to) {
    public StepDraft {
        sourceLabels = sourceLabels == null ? null : List.copyOf(sourceLabels);
        where = where == null ? null : Map.copyOf(where);
    }
}
