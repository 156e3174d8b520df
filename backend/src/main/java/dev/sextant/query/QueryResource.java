// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.query.picture.FramePicture;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.Frame;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/// Queries by REST: a plan in, series out.
@Path("/api/v1/query")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class QueryResource {
    /// What a picture is over HTTP.
    public static final String PICTURE = FramePicture.MEDIA_TYPE;

    /// Nobody reads it; it stands in the log of requests, as other servers write it.
    private static final int CLIENT_IS_GONE = 499;

    private final QueryEngine engine;
    private final CurrentTenant tenant;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final AtomicInteger running = new AtomicInteger();

    QueryResource(
            QueryEngine engine, CurrentTenant tenant, InstantSource clock, MeterRegistry meters) {
        this.engine = engine;
        this.tenant = tenant;
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("sextant.query.running", running, AtomicInteger::get).register(meters);
    }

    @POST
    @Operation(
            summary = "Run a query plan",
            description =
                    "A selection like {\"metric\": \"host.cpu.usage_ratio\", \"last\": \"1h\", \"step\": \"1m\"}, or any other plan by its \"op\".")
    public FrameJson query(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    String plan,
            @Context RoutingContext request) {
        return FrameJson.of(answer(plan, request));
    }

    @POST
    @Produces(FrameArrays.MEDIA_TYPE)
    @Operation(summary = "Run a query plan, for programs: the answer as arrays")
    public StreamingOutput queryArrays(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    String plan,
            @Context RoutingContext request) {
        return new FrameArrays(answer(plan, request))::write;
    }

    @POST
    @Produces(PICTURE)
    @Operation(summary = "Run a query plan: the answer as a picture")
    public String queryPicture(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    String plan,
            @Context RoutingContext request) {
        return picture(answer(plan, request).frame());
    }

    private QueryResult.Answer answer(String plan, RoutingContext request) {
        var connection = request.response();
        return switch (run(plan, () -> !connection.closed())) {
            case QueryResult.Answer answer -> {
                record("answered", answer.cost());
                yield answer;
            }
            case QueryResult.Refused refused -> {
                record(refused.code().text(), refused.cost());
                throw problem(refused);
            }
        };
    }

    private void record(String ending, QueryResult.Cost cost) {
        meters.timer("sextant.query", "ending", ending).record(Duration.ofMillis(cost.millis()));
    }

    /// Rows as a picture.
    public static String picture(Frame frame) {
        return FramePicture.of(frame);
    }

    /// What a refusal is over HTTP.
    public static Problem problem(QueryResult.Refused refused) {
        var code = refused.code();
        var problem = new Problem(status(code), code.text(), refused.message());
        var use = refused.use();
        return use == null
                ? problem
                : problem.with("limit", use.limit())
                        .with("used", use.used())
                        .with("allowed", use.allowed())
                        .with("unit", use.unit())
                        .with("cost", refused.cost());
    }

    private QueryResult run(String plan, Asker asker) {
        running.incrementAndGet();
        try {
            return reading(() -> engine.run(tenant.id(), plan, clock.instant(), asker));
        } finally {
            running.decrementAndGet();
        }
    }

    /// Says to the caller, as a problem, that the store cannot be read.
    public static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException problem) {
            throw new Problem(503, "store-unavailable", String.valueOf(problem.getMessage()));
        }
    }

    private static int status(QueryResult.Code code) {
        return switch (code) {
            case UNKNOWN_METRIC -> 404;
            case INVALID_PLAN -> 400;
            case TOO_MANY_SERIES, TOO_MANY_POINTS, TOO_MUCH_MEMORY, TOO_SLOW, LEARNING -> 422;
            case SOURCE_UNAVAILABLE -> 503;
            case CANCELLED -> CLIENT_IS_GONE;
        };
    }
}
