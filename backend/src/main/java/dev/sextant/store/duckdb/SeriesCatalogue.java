// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// The table of series: what the numbers in the tables of samples stand for.
final class SeriesCatalogue {
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectReader pairs = json.readerFor(new TypeReference<Map<String, String>>() {});
    private final DuckDBConnection connection;

    SeriesCatalogue(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        execute(
                "create table if not exists series(id bigint, tenant varchar, metric varchar,"
                        + " labels varchar, last_hour bigint)");
    }

    List<IndexedSeries> load() throws SQLException {
        var loaded = new ArrayList<IndexedSeries>();
        var tenants = new HashMap<String, TenantId>();
        var metrics = new HashMap<String, String>();
        try (var statement =
                        connection.prepare(
                                "select id, last_hour, tenant, metric, labels from series");
                var result = statement.query()) {
            while (result.nextChunk()) {
                var chunk = result.chunk();
                for (long row = 0; row < chunk.rowCount(); row++) {
                    var metric = chunk.vector(3).getString(row);
                    var key =
                            new SeriesKey(
                                    metrics.computeIfAbsent(metric, name -> name),
                                    decode(chunk.vector(4).getString(row)));
                    loaded.add(
                            new IndexedSeries(
                                    tenants.computeIfAbsent(
                                            chunk.vector(2).getString(row), TenantId::new),
                                    key,
                                    chunk.vector(0).getLong(row),
                                    endOfDay(chunk.vector(1).getLong(row))));
                }
            }
        }
        return loaded;
    }

    /// Adds series within the open transaction.
    void insert(Collection<IndexedSeries> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        try (var appender = connection.createAppender("series")) {
            for (var series : fresh) {
                appender.beginRow()
                        .append(series.id())
                        .append(series.tenant().value())
                        .append(series.key().metric())
                        .append(encode(series.key().labels()))
                        .append(series.lastHour())
                        .endRow();
                series.saved();
            }
        }
    }

    void delete(Collection<IndexedSeries> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        execute("create or replace temp table gone(id bigint)");
        try (var appender = connection.createAppender("temp", "main", "gone")) {
            for (var series : gone) {
                appender.beginRow().append(series.id()).endRow();
            }
        }
        execute("delete from series where id in (select id from gone)");
        execute("drop table gone");
    }

    /// Leaves a tenant's series out of the table, within the open transaction.
    void rewriteWithout(TenantId tenant) throws SQLException {
        execute(
                "create or replace table series as select * from series where tenant <> '%s'"
                        .formatted(tenant.value().replace("'", "''")));
    }

    /// Writes down when series were last seen, in steps of a day, so that a restart does not make old series young. Most
    /// times of the day there is next to nothing to write.
    void saveLastHours(Collection<IndexedSeries> all) throws SQLException {
        var seen = all.stream().filter(IndexedSeries::isSeenOnALaterDay).toList();
        if (seen.isEmpty()) {
            return;
        }
        execute("create or replace temp table seen(id bigint, last_hour bigint)");
        try (var appender = connection.createAppender("temp", "main", "seen")) {
            for (var series : seen) {
                appender.beginRow().append(series.id()).append(series.lastHour()).endRow();
            }
        }
        execute("update series set last_hour = seen.last_hour from seen where series.id = seen.id");
        execute("drop table seen");
        seen.forEach(IndexedSeries::saved);
    }

    /// Only the day is known for certain: until its end, so that no series goes before its samples.
    private static long endOfDay(long hour) {
        long days = Math.floorDiv(hour, IndexedSeries.HOURS_PER_DAY);
        return (days + 1) * IndexedSeries.HOURS_PER_DAY - 1;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String encode(Labels labels) {
        try {
            return json.writeValueAsString(labels.asMap());
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException(
                    "labels " + labels + " cannot be written as JSON", problem);
        }
    }

    private Labels decode(String text) {
        try {
            return Labels.of(pairs.readValue(text));
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException(
                    "the store's table of series holds labels that are not JSON: " + text, problem);
        }
    }
}
