// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where a source is and what is read there.
public sealed interface Endpoint {
    SourceKind kind();

    /// The host that is called.
    String host();

    /// @param base without a slash at its end
    record Web(URI base) implements Endpoint {
        @Override
        public SourceKind kind() {
            return SourceKind.PROMETHEUS;
        }

        @Override
        public String host() {
            return base.getHost();
        }
    }

    record Database(String host, int port, String name, TlsMode tls, List<Table> tables)
            implements Endpoint {
        public Database {
            tables = List.copyOf(tables);
        }

        @Override
        public SourceKind kind() {
            return SourceKind.POSTGRESQL;
        }

        public Optional<Table> table(String metric) {
            return tables.stream().filter(table -> table.metric().equals(metric)).findFirst();
        }
    }

    /// The rows that are one metric.
    ///
    /// @param rows where they are from
    /// @param isInSeconds whether times that are numbers count seconds, not milliseconds
    record Table(
            String metric, Rows rows, String time, boolean isInSeconds, ValueColumns columns) {}

    /// @param labels columns whose names are the labels'
    record ValueColumns(String value, List<String> labels) {
        public ValueColumns {
            labels = List.copyOf(labels);
        }
    }

    /// Where rows are from.
    sealed interface Rows {
        /// @param name its parts: the table, or schema and table
        record Of(List<String> name) implements Rows {
            public Of {
                name = List.copyOf(name);
            }
        }

        record Select(String text) implements Rows {}
    }
}
