// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static java.util.Objects.requireNonNull;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.http.Problems;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.tenant.TenantId;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where senders post samples: one route per path of each [BodyFormat]. Answers 204 when all is stored, problem JSON otherwise. Bodies are decoded and stored on threads of their own.
@ApplicationScoped
class IngestRoutes {
    private static final String ROLE = "editor";
    private static final String START = "ingest.start";
    private static final String RETRY_AFTER = "Retry-After";

    private final IngestConfig config;
    private final SampleIntake intake;
    private final IngestMeters meters;
    private final InstantSource clock;
    private final InFlight inFlight;
    private final List<BodyFormat> formats;

    IngestRoutes(
            @All List<BodyFormat> formats,
            IngestConfig config,
            SampleIntake intake,
            IngestMeters meters,
            InstantSource clock) {
        this.formats = formats;
        this.config = config;
        this.intake = intake;
        this.meters = meters;
        this.clock = clock;
        this.inFlight = new InFlight(config.inFlight().asLongValue());
    }

    /// The threads are of ingest's own, so that a slow store does not take those of other requests; they end with Vert.x.
    void register(@Observes Router router, Vertx vertx) {
        var workers = vertx.createSharedWorkerExecutor("sextant-ingest", config.workers());
        for (var format : formats) {
            format.paths().forEach(path -> route(router, path, format, workers));
        }
    }

    // Two routes, since Vert.x wants a body handler to be the first of its route.
    private void route(Router router, String path, BodyFormat format, WorkerExecutor workers) {
        router.post(path)
                .handler(context -> enter(context, format))
                .failureHandler(context -> answerFailure(context, format));
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue()))
                .handler(context -> take(context, format, workers))
                .failureHandler(context -> answerFailure(context, format));
    }

    /// Everything that can be said before the body is read.
    private void enter(RoutingContext context, BodyFormat format) {
        context.put(START, System.nanoTime());
        var identity = identity(context);
        TenantId tenant = identity == null ? null : identity.getAttribute(CurrentTenant.TENANT);
        if (identity == null || tenant == null) {
            answer(context, format, Problems.unauthenticated());
            return;
        }
        if (!identity.hasRole(ROLE)) {
            answer(context, format, Problems.forbidden());
            return;
        }
        try {
            format.check(header(context, "Content-Type"), header(context, "Content-Encoding"));
        } catch (BodyFaultException fault) {
            answer(context, format, problem(fault));
            return;
        }
        admit(context, format, tenant);
    }

    private void admit(RoutingContext context, BodyFormat format, TenantId tenant) {
        long max = config.maxBody().asLongValue();
        long announced = announcedLength(context, max);
        if (announced > max) {
            answer(context, format, tooLarge());
            return;
        }
        switch (inFlight.enter(tenant, announced)) {
            case ENTERED -> {
                context.addEndHandler(_ -> inFlight.leave(tenant, announced));
                context.put(CurrentTenant.TENANT, tenant);
                context.next();
            }
            case NODE_BUSY ->
                    answer(
                            context,
                            format,
                            new Problem(
                                            503,
                                            "busy",
                                            "too many samples are on their way in; send this again")
                                    .header(RETRY_AFTER, "2"));
            case TENANT_BUSY ->
                    answer(
                            context,
                            format,
                            new Problem(
                                            429,
                                            "too-many-requests",
                                            "too many requests of this tenant are in work; send fewer at one time")
                                    .header(RETRY_AFTER, "2"));
        }
    }

    private void take(RoutingContext context, BodyFormat format, WorkerExecutor workers) {
        var tenant = requireNonNull(context.<TenantId>get(CurrentTenant.TENANT));
        var buffer = context.body().buffer();
        var body = buffer == null ? new byte[0] : buffer.getBytes();
        workers.executeBlocking(() -> store(tenant, format, body), false)
                .onSuccess(problem -> answer(context, format, problem))
                .onFailure(fault ->
                        answer(
                                context,
                                format,
                                Problems.internal("a write by " + format.source(), fault)));
    }

    /// The problem to answer with, or null when everything was stored.
    private @Nullable Problem store(TenantId tenant, BodyFormat format, byte[] body) {
        try {
            var payload = format.decode(tenant, body);
            var receipt = intake.accept(tenant, format.source(), payload, clock.instant());
            return receipt.refusals().isEmpty() ? null : refused(receipt);
        } catch (BodyFaultException fault) {
            return problem(fault);
        } catch (StoreUnavailableException away) {
            return new Problem(
                            503,
                            "store-unavailable",
                            "the store can't take samples now, nothing of this request was stored; send it again")
                    .header(RETRY_AFTER, "5");
        }
    }

    /// 400, so that senders do not repeat what will be refused again.
    private static Problem refused(Receipt receipt) {
        var refusals = receipt.refusals();
        return new Problem(
                        400,
                        "samples-refused",
                        "%d samples were stored, %d refused: %s"
                                .formatted(
                                        receipt.stored(), refusals.samples(), refusals.summary()))
                .with("stored", receipt.stored())
                .with("refused", refusals.samples());
    }

    private Problem problem(BodyFaultException fault) {
        return switch (fault.kind()) {
            case MALFORMED -> new Problem(400, "malformed-body", fault.detail());
            case UNSUPPORTED -> new Problem(415, "unsupported-body", fault.detail());
            case TOO_LARGE -> new Problem(413, "body-too-large", fault.detail());
        };
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "body-too-large",
                "the body is larger than the %d bytes allowed; send fewer samples in one request"
                        .formatted(config.maxBody().asLongValue()));
    }

    private void answerFailure(RoutingContext context, BodyFormat format) {
        if (context.response().closed()) {
            // The sender went away; there is nobody to answer.
            return;
        }
        if (context.statusCode() == 413) {
            answer(context, format, tooLarge());
            return;
        }
        if (context.failure() == null) {
            answer(
                    context,
                    format,
                    new Problem(400, "unreadable-request", "the request can't be read"));
            return;
        }
        answer(
                context,
                format,
                Problems.internal("a write by " + format.source(), context.failure()));
    }

    private void answer(RoutingContext context, BodyFormat format, @Nullable Problem problem) {
        int status = problem == null ? 204 : problem.status();
        long start = requireNonNull(context.<Long>get(START));
        meters.request(format.source(), status, Duration.ofNanos(System.nanoTime() - start));
        if (problem != null
                && problem.status() != 401
                && !problem.code().equals("samples-refused")) {
            meters.refused(problem.code(), 1);
        }
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        if (problem == null) {
            response.end();
            return;
        }
        problem.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject(problem.body()).encode());
    }

    private static @Nullable SecurityIdentity identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    }

    private static String header(RoutingContext context, String name) {
        var value = context.request().getHeader(name);
        return value == null ? "" : value;
    }

    /// A body in chunks announces nothing and counts as the largest.
    private static long announcedLength(RoutingContext context, long max) {
        var text = header(context, "Content-Length");
        if (text.isEmpty()) {
            return max;
        }
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException unreadable) {
            return max;
        }
    }
}
