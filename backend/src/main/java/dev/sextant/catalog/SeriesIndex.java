// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.SortedSet;

/// Which series exist. Whoever knows the store provides it, so that the catalogue keeps no second list of series.
public interface SeriesIndex {
    SortedSet<String> metrics(TenantId tenant);

    /// 0 for a metric that is not known.
    long seriesCount(TenantId tenant, String metric);

    /// A number that is another one after a series of the metric came or went.
    long version(TenantId tenant, String metric);

    /// How many series went since the process began.
    long gone(TenantId tenant);

    /// The labels of every series of a metric.
    List<Labels> list(TenantId tenant, String metric);
}
