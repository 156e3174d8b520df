// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.store.Selection;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// How sources of one kind are read. Selections name metrics as the source does.
public interface SourceReader {
    SourceKind kind();

    /// The metrics that had points within the source's lookback.
    ///
    /// @param now end of the lookback, epoch milliseconds
    SortedSet<String> metrics(TenantId tenant, Source source, long now)
            throws SourceFailedException, InterruptedException;

    /// The labels of the series that meet a selection within its range; perhaps of some more.
    Set<Labels> labels(TenantId tenant, Source source, Selection selection)
            throws SourceFailedException, InterruptedException;

    /// The points of a selection; perhaps of some more series.
    ///
    /// @throws dev.sextant.store.TooManyPointsException when there are more
    void scan(TenantId tenant, Source source, Wanted wanted, LabelledPoints into)
            throws SourceFailedException, InterruptedException;

    /// @param maxPoints how many points may be read
    record Wanted(Selection selection, long maxPoints) {}

    /// The one of the readers that reads such sources.
    static SourceReader of(List<SourceReader> readers, SourceKind kind) {
        return readers.stream()
                .filter(reader -> reader.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing reads sources of " + kind));
    }
}
