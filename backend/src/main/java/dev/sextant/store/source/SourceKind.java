// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a source is.
public enum SourceKind {
    /// Whatever answers Prometheus' HTTP API: Prometheus, VictoriaMetrics, Mimir, Thanos.
    PROMETHEUS,
    /// Whatever speaks PostgreSQL's wire.
    POSTGRESQL;

    static Optional<SourceKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
