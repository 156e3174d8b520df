// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.sql;

import static dev.sextant.store.source.SourceFixture.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.source.MetricMapping;
import dev.sextant.store.source.SourceFixture;
import dev.sextant.store.source.SourceSpec;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of a real PostgreSQL are series like the own store's.
class PostgresReaderTest {
    private static final long NOON = System.currentTimeMillis() / 3_600_000 * 3_600_000 - 7_200_000;
    private static final Instant NOW = Instant.ofEpochMilli(NOON + 3_600_000);
    private static final int POINTS = 6_000;

    @TempDir private static Path folder;
    private static EmbeddedPostgres postgres;
    private static SourceFixture platform;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        postgres =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
        run("create schema \"Plant 1\"");
        run(
                "create table \"Plant 1\".\"read ings\" (at timestamptz, local timestamp, millis bigint,"
                        + " seconds double precision, \"my \"\"value\" numeric, room text, floor integer)");
        run("create role reader login password 'open sesame'");
        wantPasswords();
        run("grant usage on schema \"Plant 1\" to reader");
        run("grant select on all tables in schema \"Plant 1\" to reader");
        platform = new SourceFixture(folder, 1 << 20);
        platform.secrets.put(ACME, "db", "open sesame", Set.of("127.0.0.1"), Instant.EPOCH);
        for (var room : List.of("a", "b", "it's \"c\"")) {
            fill(room);
        }
        platform.add(
                spec(
                        "plant",
                        "db",
                        List.of(
                                mapping("zoned", "at", "ms"),
                                mapping("local", "local", "ms"),
                                mapping("millis", "millis", "ms"),
                                mapping("seconds", "seconds", "s"))));
    }

    private static void wantPasswords() throws IOException, SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var work = connection.createStatement();
                var file = work.executeQuery("show hba_file")) {
            file.next();
            Files.writeString(
                    Path.of(file.getString(1)),
                    "host all reader 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n");
        }
        run("select pg_reload_conf()");
    }

    private static void fill(String room) throws SQLException {
        run(
                """
                insert into "Plant 1"."read ings"
                select to_timestamp(n / 1000.0), to_timestamp(n / 1000.0) at time zone 'UTC', n, n / 1000.0,
                    (n / 600) %% 97 + 0.5, '%s', 7
                from generate_series(%d::bigint, %d::bigint, 600) n
                """
                        .formatted(room.replace("'", "''"), NOON + 600, NOON + 600L * POINTS));
        var times = new long[POINTS];
        var values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            times[i] = NOON + 600L * (i + 1);
            values[i] = Math.floorMod(times[i] / 600, 97) + 0.5;
        }
        var key = new SeriesKey("m", Labels.of(Map.of("room", room, "floor", "7")));
        platform.own.append(ACME, List.of(new Series(key, times, values)));
    }

    private static void run(String statement) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
        postgres.close();
    }

    private static SourceSpec spec(String name, String secret, List<MetricMapping> metrics) {
        return new SourceSpec(
                name,
                "postgresql",
                null,
                "127.0.0.1",
                postgres.getPort(),
                "postgres",
                "off",
                "reader",
                secret,
                "2s",
                null,
                null,
                metrics);
    }

    private static MetricMapping selected(String select) {
        return new MetricMapping("m", null, select, "at", "v", null, List.of("room", "floor"));
    }

    private static MetricMapping mapping(String name, String time, String unit) {
        return new MetricMapping(
                name,
                "Plant 1.read ings",
                null,
                time,
                "my \"value",
                unit,
                List.of("room", "floor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoned", "local", "millis", "seconds"})
    void rowsAnswerLikeTheOwnStore(String metric) {
        for (var plan :
                List.of(
                        "{\"metric\":\"%s\",\"last\":\"5m\"}",
                        "{\"metric\":\"%s\",\"last\":\"55m\",\"step\":\"1m\",\"aggregate\":\"avg\"}",
                        "{\"metric\":\"%s\",\"last\":\"55m\",\"aggregate\":\"last\"}",
                        "{\"metric\":\"%s\",\"last\":\"10m\",\"step\":\"5m\",\"aggregate\":\"sum\",\"by\":[\"floor\"]}",
                        "{\"metric\":\"%s\",\"last\":\"5m\",\"where\":{\"room\":[\"a\",\"it's \\\"c\\\"\"]}}",
                        "{\"metric\":\"%s\",\"last\":\"5m\",\"where\":{\"room\":{\"not\":\"a\"},\"floor\":\"7\"}}",
                        "{\"metric\":\"%s\",\"last\":\"5m\",\"where\":{\"room\":{\"regex\":\"[ab]\"},\"nothing\":\"\"}}",
                        "{\"op\":\"top\",\"count\":2,\"input\":{\"metric\":\"%s\",\"last\":\"5m\"}}")) {
            platform.answersTheSame(plan, "plant/" + metric, NOW);
        }
    }

    @Test
    void aSelectIsReadLikeATable() {
        platform.add(
                spec(
                        "select",
                        "db",
                        List.of(
                                selected(
                                        "select at, \"my \"\"value\" as v, room, floor from \"Plant 1\".\"read ings\" -- all"))));
        platform.answersTheSame("{\"metric\":\"%s\",\"last\":\"5m\"}", "select/m", NOW);
    }

    @Test
    void whatIsNotThereIsNamed() {
        var mapping = new MetricMapping("m", "nowhere", null, "at", "v", null, null);
        platform.add(spec("nowhere", "db", List.of(mapping)));
        assertThat(platform.refusal("{\"metric\":\"nowhere/m\",\"last\":\"5m\"}", NOW))
                .contains("source nowhere", "relation \"nowhere\" does not exist");
        assertThat(platform.refusal("{\"metric\":\"plant/nothing\",\"last\":\"5m\"}", NOW))
                .contains("no metric plant/nothing");
        var noTime = new MetricMapping("m", "Plant 1.read ings", null, "room", "room", null, null);
        platform.add(spec("no-time", "db", List.of(noTime)));
        assertThat(platform.refusal("{\"metric\":\"no-time/m\",\"last\":\"5m\"}", NOW))
                .contains("column room of m holds no times but text");
    }

    @Test
    void signingInFailsWithoutSayingTheSecret() {
        platform.secrets.put(ACME, "bad", "not the password", Set.of("127.0.0.1"), Instant.EPOCH);
        platform.secrets.put(ACME, "elsewhere", "x", Set.of("other"), Instant.EPOCH);
        var metrics = List.of(mapping("zoned", "at", "ms"));
        for (var secret : List.of("nosuch", "bad", "elsewhere")) {
            platform.add(spec(secret, secret, metrics));
        }

        var plan = "{\"metric\":\"%s/zoned\",\"last\":\"5m\"}";
        assertThat(platform.refusal(plan.formatted("nosuch"), NOW)).contains("no secret nosuch");
        assertThat(platform.refusal(plan.formatted("bad"), NOW))
                .contains("password authentication failed")
                .doesNotContain("not the password");
        assertThat(platform.refusal(plan.formatted("elsewhere"), NOW))
                .contains("is not for 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sleeps|select now() at, 1 v, pg_sleep(60)::text room, 1 floor|statement timeout",
                "deletes|with gone as (delete from hostile returning 1) select now() at, 1 v, '' room, 1 floor from gone|WITH clause",
                "counts|select now() at, 1 v, nextval('hostile_seq')::text room, 1 floor|read-only transaction",
                "opens|select now() at, 1 v, set_config('transaction_read_only', 'off', false) room, 1 floor|read-write mode",
                "escapes|select now() at, 1 v, '' room, 1 floor) x where pg_sleep(60) is null --|syntax error"
            })
    void aSelectChangesNothingAndEnds(String name, String select, String said) throws SQLException {
        run("create table if not exists hostile (n integer)");
        run("create sequence if not exists hostile_seq");
        run("grant all on hostile, hostile_seq to reader");
        platform.add(spec(name, "db", List.of(selected(select))));
        var refusal =
                platform.refusal("{\"metric\":\"%s/m\",\"last\":\"5m\"}".formatted(name), NOW);
        assertThat(refusal).contains("source " + name, said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres?socketFactory=java.io.FileOutputStream&socketFactoryArg=/tmp/sextant-owned",
                "postgres&loggerFile=/tmp/sextant-owned",
                "//elsewhere/postgres"
            })
    void aDatabaseNameIsNothingButAName(String database) {
        var metrics = List.of(mapping("zoned", "at", "ms"));
        var name = "db" + Integer.toHexString(database.hashCode());
        platform.add(
                new SourceSpec(
                        name,
                        "postgresql",
                        null,
                        "127.0.0.1",
                        postgres.getPort(),
                        database,
                        "off",
                        "reader",
                        "db",
                        "2s",
                        null,
                        null,
                        metrics));
        assertThat(
                        platform.refusal(
                                "{\"metric\":\"%s/zoned\",\"last\":\"5m\"}".formatted(name), NOW))
                .contains("does not exist", database.substring(0, 12));
        assertThat(Path.of("/tmp/sextant-owned")).doesNotExist();
    }
}
