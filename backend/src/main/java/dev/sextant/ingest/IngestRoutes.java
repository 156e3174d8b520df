// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static java.util.Objects.requireNonNull;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.http.Problems;
import dev.sextant.ingest.BodyWork.Job;
import dev.sextant.ingest.BodyWork.Outcome;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantId;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where senders post samples: one route per path of the formats; a path that several formats share asks each whether the
/// request is meant for it. Bodies are decoded and stored on threads of their own.
@ApplicationScoped
class IngestRoutes {
    private static final String ROLE = "editor";
    private static final String FORMAT = "ingest.format";
    private static final String PACKING = "ingest.packing";

    private final List<BodyFormat> formats;
    private final IngestConfig config;
    private final BodyWork work;
    private final AnswerRoutes answers;

    IngestRoutes(
            @All List<BodyFormat> formats,
            IngestConfig config,
            BodyWork work,
            AnswerRoutes answers) {
        this.formats = formats;
        this.config = config;
        this.work = work;
        this.answers = answers;
    }

    /// The threads are of ingest's own, so that a slow store does not take those of other requests; they end with Vert.x.
    void register(@Observes Router router, Vertx vertx) {
        var workers = vertx.createSharedWorkerExecutor("sextant-ingest", config.workers());
        Map<String, List<BodyFormat>> byPath = new LinkedHashMap<>();
        for (var format : formats) {
            for (var path : format.paths()) {
                byPath.computeIfAbsent(path, _ -> new ArrayList<>()).add(format);
            }
        }
        byPath.forEach((path, sharing) -> route(router, path, sharing, workers));
    }

    // Two routes, since Vert.x wants a body handler to be the first of its route.
    private void route(
            Router router, String path, List<BodyFormat> sharing, WorkerExecutor workers) {
        router.post(path)
                .handler(context -> enter(context, sharing))
                .failureHandler(this::answerFailure);
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue()))
                .handler(context -> take(context, workers))
                .failureHandler(this::answerFailure);
    }

    /// Everything that can be said before the body is read.
    private void enter(RoutingContext context, List<BodyFormat> sharing) {
        answers.begin(context);
        var head = AnswerRoutes.head(context);
        var format =
                sharing.stream()
                        .filter(each -> each.claims(head))
                        .findFirst()
                        .orElse(sharing.getFirst());
        context.put(FORMAT, format);
        var identity = identity(context);
        TenantId tenant = identity == null ? null : identity.getAttribute(CurrentTenant.TENANT);
        if (identity == null || tenant == null) {
            answers.answer(context, format, Problems.unauthenticated());
            return;
        }
        if (!identity.hasRole(ROLE)) {
            answers.answer(context, format, Problems.forbidden());
            return;
        }
        try {
            context.put(PACKING, format.check(head));
        } catch (BodyFaultException fault) {
            answers.answer(context, format, Refusal.of(fault));
            return;
        }
        admit(context, format, tenant);
    }

    private void admit(RoutingContext context, BodyFormat format, TenantId tenant) {
        long max = config.maxBody().asLongValue();
        long announced = AnswerRoutes.head(context).announcedLength(max);
        if (announced > max) {
            answers.answer(context, format, tooLarge());
            return;
        }
        var entry = work.inFlight().enter(tenant, announced);
        if (entry != InFlight.Entry.ENTERED) {
            answers.answer(context, format, BodyWork.busy(entry));
            return;
        }
        context.addEndHandler(_ -> work.inFlight().leave(tenant, announced));
        context.put(CurrentTenant.TENANT, tenant);
        context.next();
    }

    private void take(RoutingContext context, WorkerExecutor workers) {
        var format = format(context);
        var buffer = context.body().buffer();
        var job =
                new Job(
                        requireNonNull(context.<TenantId>get(CurrentTenant.TENANT)),
                        format,
                        AnswerRoutes.head(context),
                        requireNonNull(context.<Packing>get(PACKING)),
                        buffer == null ? new byte[0] : buffer.getBytes());
        workers.executeBlocking(() -> work.run(job), false)
                .onSuccess(outcome -> {
                    switch (outcome) {
                        case Outcome.Taken(var receipt) -> answers.answer(context, format, receipt);
                        case Outcome.Refused(var refusal) ->
                                answers.answer(context, format, refusal);
                    }
                })
                .onFailure(fault -> answers.answer(context, format, broken(format, fault)));
    }

    private void answerFailure(RoutingContext context) {
        if (context.response().closed()) {
            // The sender went away; there is nobody to answer.
            return;
        }
        var format = format(context);
        if (context.statusCode() == 413) {
            answers.answer(context, format, tooLarge());
        } else if (context.failure() == null) {
            answers.answer(
                    context,
                    format,
                    new Problem(400, "unreadable-request", "the request can't be read"));
        } else {
            answers.answer(context, format, broken(format, context.failure()));
        }
    }

    private static Problem broken(BodyFormat format, Throwable fault) {
        return Problems.internal("a write by " + format.source(), fault);
    }

    private Problem tooLarge() {
        return new Problem(
                413,
                "body-too-large",
                "the body is larger than the %d bytes allowed; send fewer samples in one request"
                        .formatted(config.maxBody().asLongValue()));
    }

    private static BodyFormat format(RoutingContext context) {
        return requireNonNull(context.<BodyFormat>get(FORMAT));
    }

    private static @Nullable SecurityIdentity identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    }
}
