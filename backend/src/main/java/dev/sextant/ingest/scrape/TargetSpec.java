// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sextant.ingest.cleaning.StepDraft;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A target as people write it and as it is kept.
///
/// @param name becomes the label `job`
/// @param user for a password; left out, the secret is a bearer token
/// @param secret name of the tenant's secret; never its value
/// @param labels added to every series; `instance` is the address's host and port unless it is given here
/// @param interval left out: 15s
/// @param timeout left out: 10s, or the interval when that is shorter
/// @param honorLabels whether labels of the page win over the target's; left out: false, then they become `exported_…`
/// @param honorTimestamps whether times that the page names are kept; left out: true
/// @param steps what is done to the series, as in cleaning
/// @param sampleLimit samples of one page; left out: 100,000
/// @param enabled left out: true
@Schema(name = "Target")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetSpec(
        @Nullable String name,
        @Nullable String url,
        @Nullable String user,
        @Nullable String secret,
        @Nullable Map<String, String> labels,
        @Nullable String interval,
        @Nullable String timeout,
        @Nullable Boolean honorLabels,
        @Nullable Boolean honorTimestamps,
        @Nullable List<StepDraft> steps,
        @Nullable Integer sampleLimit,
        @Nullable Boolean enabled) {
    public TargetSpec {
        labels = labels == null ? null : Map.copyOf(labels);
        steps = steps == null ? null : List.copyOf(steps);
    }
}
