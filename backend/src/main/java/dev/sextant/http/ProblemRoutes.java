// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Answers failures outside of resources (Vert.x routes, authentication, limits of the server) as problem JSON.
@ApplicationScoped
public class ProblemRoutes {
    // Before every other failure handler, so that none of them can show a class name.
    private static final int FIRST = -10_000;

    void install(@Observes Router router) {
        router.route().order(FIRST).failureHandler(ProblemRoutes::onFailure);
    }

    /// Ends a request of a Vert.x route with a problem.
    public static Uni<Void> answer(RoutingContext context, Problem problem) {
        var response = context.response();
        response.setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", ProblemMappers.PROBLEM_JSON);
        return UniHelper.toUni(response.end(new JsonObject(problem.body()).encode()));
    }

    private static void onFailure(RoutingContext context) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer is out: only a broken connection tells the caller that it is not
            // whole.
            context.request().connection().close();
            return;
        }
        answer(context, problem(context))
                .subscribe()
                .with(_ -> {}, _ -> context.request().connection().close());
    }

    private static Problem problem(RoutingContext context) {
        var failure = context.failure();
        if (failure == null) {
            return Problems.ofStatus(context.statusCode(), null);
        }
        return switch (failure) {
            case Problem problem -> problem;
            case ForbiddenException _ -> Problems.forbidden();
            case UnauthorizedException _ -> Problems.unauthenticated();
            case AuthenticationException _ -> Problems.unauthenticated();
            case IllegalArgumentException fault when ValueFaults.isOurs(fault) ->
                    new Problem(400, "invalid-argument", String.valueOf(fault.getMessage()));
            case Throwable _ when context.statusCode() >= 400 && context.statusCode() < 500 ->
                    Problems.ofStatus(context.statusCode(), null);
            case Throwable _ ->
                    Problems.internal("the request to " + context.normalizedPath(), failure);
        };
    }
}
