// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Answers failures outside of resources (Vert.x routes, authentication, limits of the server) as problem JSON.
@ApplicationScoped
public class ProblemRoutes {
    // Before every other failure handler, so that none of them can show a class name.
    private static final int FIRST = -10_000;
    // Authentication runs at 200, the headers of every answer are set at 500.
    private static final int BEFORE_AUTHENTICATION = 450;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 18;

    private final long largestBody;

    ProblemRoutes(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).failureHandler(ProblemRoutes::onFailure);
    }

    void limit(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, BEFORE_AUTHENTICATION);
    }

    // The server's own check answers without a word.
    private void refuseTooLarge(RoutingContext context) {
        if (announced(context.request().getHeader("Content-Length")) > largestBody) {
            // The rest of the body will not be read, so nothing more can come over this connection.
            context.response().putHeader("Connection", "close");
            context.addEndHandler(_ -> context.request().connection().close());
            context.fail(413);
            return;
        }
        context.next();
    }

    private static long announced(@Nullable String contentLength) {
        if (contentLength == null || !DIGITS.matcher(contentLength).matches()) {
            return 0;
        }
        return contentLength.length() > MOST_DIGITS
                ? Long.MAX_VALUE
                : Long.parseLong(contentLength);
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
        if (response.closed()) {
            Problems.abandoned("the request to " + context.normalizedPath());
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
