// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.sextant.entity.Change;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Entities;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules that use algorithms, on real worker processes and the embedded store: they fire where they must and stay quiet
/// where they must. And the algorithms by REST.
@QuarkusTest
class AlgorithmRulesTest {
    private static final TenantId SHOP = new TenantId("algorithm-shop");
    private static final Path RULES = Path.of("../rules-sdk/src/test/resources/rules");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final EntityKey CART = new EntityKey("service", Labels.of("service", "cart"));

    @Inject TestTenants tenants;
    @Inject Entities entities;
    @Inject Changes changes;
    @Inject SampleAppender samples;

    private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 600 * 600);

    /// A daily wave each; pay and cart lost two fifths of it ten minutes ago, and cart was deployed just before.
    @BeforeEach
    void shop() {
        tenants.token(SHOP, Role.EDITOR);
        var random = new Random(7);
        LongToDoubleFunction wave =
                time ->
                        1000
                                + 300 * Math.sin(2 * Math.PI * time / DAY)
                                + 10 * random.nextGaussian();
        for (var service : List.of("pay", "cart", "blog")) {
            boolean drops = !service.equals("blog");
            put(
                    new SeriesKey("svc.requests", labels(service)),
                    Duration.ofMinutes(1),
                    time -> wave.applyAsDouble(time) * (drops && before(time) < 600_000 ? 0.6 : 1));
        }
        entities.put(
                SHOP,
                Map.of(CART, new Facts("cart", List.of(), List.of())),
                now.minusSeconds(3600));
        changes.add(
                SHOP, List.of(new Change(CART.id(), now.minusSeconds(660), "deployment", "4.2")));
        disk("a", 0.98, 0.02);
        disk("b", 0.7, 0.002);
        disk("c", 0.2, 0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi-dynamic.rule.js", "kpi_dynamic.rule.py"})
    void theDynamicRuleFiresWhereAMetricLeftItsRange(String file) throws IOException {
        var source = Files.readString(RULES.resolve(file));

        var first = run(source, file, now);
        first.body("problem", equalTo(null))
                .body("verdicts", hasSize(1))
                .body("verdicts[0].kind", equalTo("fire"))
                .body("verdicts[0].labels.service", equalTo("pay"))
                .body("verdicts[0].score", greaterThan(1f))
                .body("verdicts[0].severity", equalTo("critical"))
                .body("charts[0].bands", hasSize(1))
                .body("charts[0].bands[0].times.size()", greaterThan(300));
        // The same slot, replayed, says the same to the last digit.
        var again = run(source, file, now);
        assertThat(again.extract().<Object>path("verdicts"))
                .isEqualTo(first.extract().<Object>path("verdicts"));

        run(source, file, now.minus(Duration.ofHours(1)))
                .body("problem", equalTo(null))
                .body("verdicts", hasSize(0));
    }

    @Test
    void theEarlyWarningFiresForTheDiskThatFillsUp() throws IOException {
        var source = Files.readString(RULES.resolve("disk_full.rule.py"));

        run(source, "disk_full.rule.py", now)
                .body("problem", equalTo(null))
                .body("verdicts", hasSize(1))
                .body("verdicts[0].kind", equalTo("fire"))
                .body("verdicts[0].labels.host", equalTo("a"))
                .body("verdicts[0].reason.en", startsWith("full in "))
                .body("charts[0].series.name", hasItem("forecast"))
                .body("charts[0].lines[0].value", equalTo(1f));
    }

    @Test
    void theOtherAlgorithmsAnswerInBothLanguages() {
        var script =
                """
                import { rule, fire } from "sextant";
                export default rule({ id: "r", every: "1m", timeout: "30s", needs: ["metrics:read:svc.*"],
                  evaluate({ data, algo }) {
                    const x = data.metric("svc.requests").by("service").last("1h", "1m");
                    const [onset] = algo.onset(x).map(s => s.entity.name === "pay" ? s : null);
                    const [moved] = algo.rank(x);
                    const parts = algo.attribute(data.metric("svc.requests").last("5m").avg().versus("1h")).rows();
                    const [day] = algo.decompose(data.metric("svc.requests").by("service").last("7d", "10m")).rows();
                    return fire(moved, { value: onset.time, reason: `${parts.length} ${day.explain}` });
                  } });
                """;
        var snake =
                """
                from sextant import rule, fire
                @rule(id="r", every="1m", timeout="30s", needs=["metrics:read:svc.*"])
                def evaluate(ctx):
                    x = ctx.data.metric("svc.requests").by("service").last("1h", "1m")
                    onset = [s for s in ctx.algo.onset(x) if s.entity.name == "pay"][0]
                    moved = ctx.algo.rank(x).rows()[0]
                    parts = ctx.algo.attribute(ctx.data.metric("svc.requests").last("5m").avg().versus("1h")).rows()
                    day = ctx.algo.decompose(ctx.data.metric("svc.requests").by("service").last("7d", "10m")).rows()[0]
                    return fire(moved, value=onset.time, reason=f"{len(parts)} {day.explain}")
                """;

        var expected =
                run(script, "a.js", now)
                        .body("problem", equalTo(null))
                        .body("verdicts[0].reason.en", containsString("a season of 1d"))
                        .extract()
                        .<Object>path("verdicts");
        run(snake, "a.py", now).body("problem", equalTo(null)).body("verdicts", equalTo(expected));
    }

    @Test
    void theCatalogueIsToldByRest() {
        tenants.as(SHOP, Role.VIEWER)
                .get("/api/v1/algorithms")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("anomaly.robustZ"));
        tenants.as(SHOP, Role.VIEWER)
                .get("/api/v1/algorithms/forecast.auto")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("parameters.find { it.name == 'level' }.default", equalTo(0.8f))
                .body("parameters.find { it.name == 'to' }.type", equalTo("duration"));
        tenants.as(SHOP, Role.VIEWER)
                .get("/api/v1/algorithms/forecast.atuo")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-algorithm"))
                .body("detail", containsString("did you mean forecast.auto?"));
    }

    @Test
    void anAlgorithmRunsOnAQueryAndOnGivenSeries() {
        var query =
                "{\"query\":{\"metric\":\"svc.requests\",\"by\":[\"service\"],\"last\":\"14d\",\"step\":\"1m\"},\"keep\":5,\"at\":%d}"
                        .formatted(now.toEpochMilli());
        tenants.as(SHOP, Role.VIEWER)
                .body(query)
                .post("/api/v1/algorithms/anomaly.auto/run")
                .then()
                .statusCode(200)
                .body("series", hasSize(3))
                .body("series[0].sides.score.values", hasSize(5))
                .body("series[0].explain", equalTo(series(query)));
        tenants.as(SHOP, Role.VIEWER)
                .body(
                        "{\"series\":[{\"labels\":{\"a\":\"b\"},\"times\":%s,\"values\":%s}]}"
                                .formatted(
                                        Arrays.toString(steps()),
                                        Arrays.toString(
                                                Arrays.stream(steps())
                                                        .mapToDouble(
                                                                time -> time < 6_000_000 ? 1 : 9)
                                                        .toArray())))
                .post("/api/v1/algorithms/change.pelt/run")
                .then()
                .statusCode(200)
                .body("series[0].times", equalTo(List.of(6_000_000)))
                .body("series[0].labels.a", equalTo("b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    anomaly.nix  | {"query":{}} | 404 | unknown-algorithm | there is no algorithm anomaly.nix
                    anomaly.auto | {} | 400 | invalid-run | a query or series, one of the two
                    anomaly.auto | {"query":{"metric":"no.such","last":"1h"}} | 404 | unknown-metric | no.such
                    anomaly.auto | {"query":{"metric":"svc.requests"}} | 400 | invalid-plan | last is missing
                    anomaly.auto | {"query":{"metric":"svc.requests","last":"1h"},"options":{"seasn":1}} | 400 | invalid-plan | did you mean season?
                    anomaly.auto | {"series":[{"times":[1],"values":[]}]} | 400 | invalid-run | as many of the one as of the other
                    anomaly.auto | {"series":[{"times":[2,1],"values":[1,1]}]} | 400 | invalid-run | do not rise
                    anomaly.auto | {"series":[{"times":[2],"values":["x"]}]} | 400 | invalid-run | is no number
                    anomaly.auto | {"series":[]} | 400 | invalid-run | must be a list of 1 to 5,000
                    anomaly.auto | {"sries":[]} | 400 | invalid-run | did you mean series?
                    anomaly.auto | {"version":3,"series":[{"times":[2],"values":[1]}]} | 400 | invalid-plan | the newest is anomaly.auto@1
                    """)
    void whatIsWrongIsSaidByRest(String name, String body, int status, String code, String detail) {
        tenants.as(SHOP, Role.VIEWER)
                .body(body)
                .post("/api/v1/algorithms/" + name + "/run")
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("detail", containsString(detail));
    }

    private String series(String query) {
        return tenants.as(SHOP, Role.VIEWER)
                .body(query)
                .post("/api/v1/algorithms/anomaly.auto/run")
                .then()
                .extract()
                .path("series[0].explain");
    }

    private static long[] steps() {
        var times = new long[200];
        Arrays.setAll(times, place -> 60_000L * (place + 1));
        return times;
    }

    private ValidatableResponse run(String source, String file, Instant at) {
        var language = file.endsWith(".py") ? "python" : "javascript";
        return tenants.as(SHOP, Role.EDITOR)
                .body(Map.of("source", source, "language", language, "at", at.toString()))
                .post("/api/v1/rules/run")
                .then()
                .statusCode(200);
    }

    private void disk(String host, double last, double perDay) {
        var random = new Random(host.hashCode());
        put(
                new SeriesKey(
                        "node.disk.used_ratio", Labels.of(Map.of("host", host, "mount", "/"))),
                Duration.ofMinutes(10),
                time -> last - perDay * before(time) / DAY + 0.001 * random.nextGaussian());
    }

    private long before(long time) {
        return now.toEpochMilli() - time;
    }

    private void put(SeriesKey key, Duration step, LongToDoubleFunction curve) {
        long millis = step.toMillis();
        int points = (int) (14 * DAY / millis);
        var times = new long[points];
        Arrays.setAll(times, point -> now.toEpochMilli() - (points - 1L - point) * millis);
        var values = Arrays.stream(times).mapToDouble(curve::applyAsDouble).toArray();
        samples.append(SHOP, List.of(new Series(key, times, values)));
    }

    private static Labels labels(String service) {
        return Labels.of(Map.of("service", service, "zone", "a"));
    }
}
