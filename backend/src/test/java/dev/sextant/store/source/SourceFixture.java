// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.outbound.InMemorySecrets;
import dev.sextant.outbound.OutboundHttp;
import dev.sextant.outbound.SecretVault;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryResult;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.store.promapi.PrometheusReader;
import dev.sextant.store.sql.PostgresConnections;
import dev.sextant.store.sql.PostgresReader;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The store with its door to sources, as the platform has it, without the platform.
public final class SourceFixture implements AutoCloseable {
    public static final TenantId ACME = new TenantId("acme");

    public final InMemorySeries own = new InMemorySeries();
    public final InMemorySources sources = new InMemorySources();
    public final SecretVault secrets;
    public final SourceQuestions questions;
    public final SeriesReader reader;
    public final QueryEngine engine;

    private final TenantSources known;
    private final Vertx vertx = Vertx.vertx();
    private final OutboundHttp http = new OutboundHttp(vertx);

    /// @param maxBody bytes of one answer
    public SourceFixture(Path folder, int maxBody) {
        var config = new Config(maxBody);
        var clock = InstantSource.system();
        secrets = new InMemorySecrets().vault(folder);
        List<SourceReader> readers =
                List.of(
                        new PrometheusReader(http, secrets, config),
                        new PostgresReader(new PostgresConnections(secrets, config)));
        questions = new SourceQuestions(readers, new SourceLines(clock, config), clock);
        known = new TenantSources(sources, clock);
        reader = new SourcedSeries(own, known, questions);
        engine = new QueryEngine(reader, QueryLimits.standard());
    }

    private record Config(int bytes) implements SourceConfig {
        @Override
        public Set<String> privateAddressesFor() {
            return Set.of("acme");
        }

        @Override
        public MemorySize maxBody() {
            return new MemorySize(BigInteger.valueOf(bytes));
        }

        @Override
        public int maxSources() {
            return 10;
        }

        @Override
        public int parallel() {
            return 4;
        }

        @Override
        public int parallelPerTenant() {
            return 6;
        }
    }

    public void add(SourceSpec spec) {
        assertThat(sources.add(ACME, Source.of(1, spec))).isTrue();
        known.changed(ACME);
    }

    /// What the engine says to a plan that it does not answer.
    public String refusal(String plan, Instant now) {
        return switch (engine.run(ACME, plan, now)) {
            case QueryResult.Refused refused -> refused.message();
            case QueryResult.Answer answer ->
                    throw new AssertionError(plan + " has an answer: " + answer.frame().series());
        };
    }

    /// Asks the same of the own metric m and of the source's, and wants the same answer.
    ///
    /// @param plan with %s where the metric's name goes
    public void answersTheSame(String plan, String metric, Instant now) {
        var here = frame(plan.formatted("m"), now);
        var there = frame(plan.formatted(metric), now);
        assertThat(here).as(plan).isNotEmpty();
        assertThat(there.stream().map(series -> text(series, UnaryOperator.identity())))
                .as(plan)
                .containsExactlyElementsOf(
                        here.stream()
                                .map(series -> text(series, name -> name.replace("m", metric)))
                                .toList());
    }

    private List<Series> frame(String plan, Instant now) {
        return switch (engine.run(ACME, plan, now)) {
            case QueryResult.Answer(var frame, _) -> frame.series();
            case QueryResult.Refused refused ->
                    throw new AssertionError(plan + ": " + refused.message());
        };
    }

    private static String text(Series series, UnaryOperator<String> name) {
        var text = new StringBuilder(name.apply(series.key().metric()));
        text.append(series.key().labels());
        for (int i = 0; i < series.length(); i++) {
            text.append(' ').append(series.times()[i]).append('=');
            text.append((float) series.values()[i]);
        }
        return text.toString();
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
