// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.tenant.PlanConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/// What one query may use. A query that would use more ends with an answer that names the limit, what it used and what is
/// allowed.
@ConfigMapping(prefix = "sextant.query")
public interface QueryConfig {
    /// Points that one query may read.
    @WithDefault("50000000")
    long points();

    /// Series that one query may touch.
    @WithDefault("200000")
    int series();

    /// Memory that one query may keep while it reads; never more than a quarter of the Java heap.
    @WithDefault("256M")
    MemorySize memory();

    /// How long one query may run.
    @WithDefault("30s")
    Duration time();

    /// Share of the Java heap, in percent, for what the detectors of rules learnt and keep from slot to slot: about 2.7 KB for each
    /// series. A rule for which there is no room is refused by name. 0: none is kept, every slot learns the whole history again.
    @WithDefault("20")
    int detectorPercent();

    /// How late a point may come and still count for detectors of rules as if it had been in time; later ones count once the
    /// detectors begin anew. At most sixty steps of a rule's question.
    @WithDefault("2m")
    Duration settling();

    /// What differs for single tenants, for example `sextant.query.tenants.acme.points=1000000`; also `series`, `memory` and `time`.
    Map<String, PlanConfig.Plan.Query> tenants();
}
