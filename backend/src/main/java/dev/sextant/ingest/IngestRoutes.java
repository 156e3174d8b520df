// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static java.util.Objects.requireNonNull;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.http.Problems;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.tenant.TenantId;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where senders post samples: one route per path of each [BodyFormat]. The formats word the answers. Bodies are decoded and stored on threads of their own.
@ApplicationScoped
class IngestRoutes {
    private static final String ROLE = "editor";
    private static final String START = "ingest.start";
    private static final String PACKING = "ingest.packing";
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
            context.put(PACKING, format.check(head(context)));
        } catch (BodyFaultException fault) {
            answer(context, format, problem(fault));
            return;
        }
        admit(context, format, tenant);
    }

    private void admit(RoutingContext context, BodyFormat format, TenantId tenant) {
        long max = config.maxBody().asLongValue();
        long announced = head(context).announcedLength(max);
        if (announced > max) {
            answer(context, format, tooLarge());
            return;
        }
        var entry = inFlight.enter(tenant, announced);
        if (entry != InFlight.Entry.ENTERED) {
            answer(context, format, busy(entry));
            return;
        }
        context.addEndHandler(_ -> inFlight.leave(tenant, announced));
        context.put(CurrentTenant.TENANT, tenant);
        context.next();
    }

    private void take(RoutingContext context, BodyFormat format, WorkerExecutor workers) {
        var tenant = requireNonNull(context.<TenantId>get(CurrentTenant.TENANT));
        var packing = requireNonNull(context.<Packing>get(PACKING));
        var head = head(context);
        var buffer = context.body().buffer();
        var body = buffer == null ? new byte[0] : buffer.getBytes();
        workers.executeBlocking(() -> store(tenant, format, head, packing, body), false)
                .onSuccess(outcome -> {
                    switch (outcome) {
                        case Taken(var receipt) -> answer(context, format, receipt);
                        case Refused(var problem) -> answer(context, format, problem);
                    }
                })
                .onFailure(fault ->
                        answer(
                                context,
                                format,
                                Problems.internal("a write by " + format.source(), fault)));
    }

    private Outcome store(
            TenantId tenant, BodyFormat format, RequestHead head, Packing packing, byte[] body) {
        // What comes out of a packed body is in work, too, and is counted before memory is taken
        // for it.
        int maxDecoded = Math.toIntExact(config.maxDecodedBody().asLongValue());
        long size = packing.announcedSize(body);
        long grown = size > maxDecoded ? 0 : size - body.length;
        var entry = inFlight.enter(tenant, grown);
        if (entry != InFlight.Entry.ENTERED) {
            return new Refused(busy(entry));
        }
        try {
            var payload = format.decode(tenant, head, BodyFormat.unpack(packing, body, maxDecoded));
            return new Taken(intake.accept(tenant, format.source(), payload, clock.instant()));
        } catch (BodyFaultException fault) {
            return new Refused(problem(fault));
        } catch (StoreUnavailableException away) {
            return new Refused(
                    new Problem(
                                    503,
                                    "store-unavailable",
                                    "the store can't take samples now, nothing of this request was stored; send it again")
                            .header(RETRY_AFTER, "5"));
        } finally {
            inFlight.leave(tenant, grown);
        }
    }

    private static Problem busy(InFlight.Entry entry) {
        var problem =
                entry == InFlight.Entry.NODE_BUSY
                        ? new Problem(
                                503,
                                "busy",
                                "too many samples are on their way in; send this again")
                        : new Problem(
                                429,
                                "too-many-requests",
                                "too many requests of this tenant are in work; send fewer at one time");
        return problem.header(RETRY_AFTER, "2");
    }

    /// 400, so that senders do not repeat what will be refused again.
    private static Problem refused(Receipt receipt) {
        var refusals = receipt.refusals();
        var detail =
                "%d samples were stored, %d refused: %s"
                        .formatted(receipt.stored(), refusals.samples(), refusals.summary());
        return new Problem(400, "samples-refused", detail)
                .with("stored", receipt.stored())
                .with("refused", refusals.samples());
    }

    private static Problem problem(BodyFaultException fault) {
        return switch (fault.kind()) {
            case MALFORMED -> new Problem(400, "malformed-body", fault.detail());
            case UNSUPPORTED -> new Problem(415, "unsupported-body", fault.detail());
            case TOO_LARGE -> new Problem(413, "body-too-large", fault.detail());
        };
    }

    private static Answer problemJson(Problem problem) {
        var body = new JsonObject(problem.body()).toBuffer().getBytes();
        return new Answer(problem.status(), "application/problem+json", body);
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

    private void answer(RoutingContext context, BodyFormat format, Receipt receipt) {
        var own = format.answer(head(context), receipt);
        if (own.isPresent()) {
            send(context, format, own.get());
        } else if (receipt.refusals().isEmpty()) {
            send(context, format, new Answer(204, "", new byte[0]));
        } else {
            send(context, format, problemJson(refused(receipt)));
        }
    }

    private void answer(RoutingContext context, BodyFormat format, Problem problem) {
        if (problem.status() != 401) {
            meters.refused(problem.code(), 1);
        }
        if (!context.response().closed() && !context.response().ended()) {
            problem.headers().forEach(context.response()::putHeader);
        }
        var own = format.fault(head(context), problem.status(), problem.code(), problem.detail());
        send(context, format, own.orElseGet(() -> problemJson(problem)));
    }

    private void send(RoutingContext context, BodyFormat format, Answer answer) {
        long start = requireNonNull(context.<Long>get(START));
        var took = Duration.ofNanos(System.nanoTime() - start);
        meters.request(format.source(), answer.status(), took);
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (!answer.contentType().isEmpty()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        response.end(Buffer.buffer(answer.body()));
    }

    private static RequestHead head(RoutingContext context) {
        return new RequestHead(
                context.normalizedPath(),
                Map.of(),
                Map.of(
                        "Content-Length", header(context, "Content-Length"),
                        "Content-Type", header(context, "Content-Type"),
                        "Content-Encoding", header(context, "Content-Encoding")));
    }

    private static @Nullable SecurityIdentity identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    }

    private static String header(RoutingContext context, String name) {
        var value = context.request().getHeader(name);
        return value == null ? "" : value;
    }

    /// How the work on a body ended.
    private sealed interface Outcome {}

    private record Taken(Receipt receipt) implements Outcome {}

    private record Refused(Problem problem) implements Outcome {}
}
