// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers every failure of a resource as problem JSON; nothing else in the product maps exceptions of resources.
public class ProblemMappers {
    /// The media type of RFC 9457.
    public static final String PROBLEM_JSON = "application/problem+json";

    private static final int CAUSES = 10;

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper
    public Response refusedValue(
            IllegalArgumentException fault, UriInfo request, RoutingContext context) {
        if (!ValueFaults.isOurs(fault)) {
            return unexpected(fault, request, context);
        }
        var message = fault.getMessage();
        return answer(
                new Problem(
                        400,
                        "invalid-argument",
                        message == null ? "a value is not valid" : message));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response unauthenticated() {
        return answer(Problems.unauthenticated());
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden() {
        return answer(Problems.forbidden());
    }

    // Its own mapper because the web layer brings one for this very type in tests.
    @ServerExceptionMapper(NotFoundException.class)
    public Response notFound() {
        return answer(Problems.notFound());
    }

    // Its own mapper because the JSON layer brings one for this very type.
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException fault) {
        return answer(JsonProblems.of(fault));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException fault) {
        if (fault.getCause() instanceof JacksonException json) {
            return answer(JsonProblems.of(json));
        }
        var response = fault.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        return answer(Problems.ofStatus(response.getStatus(), null));
    }

    @ServerExceptionMapper({InvalidDefinitionException.class, Throwable.class})
    public Response unexpected(Throwable fault, UriInfo request, RoutingContext context) {
        // Whoever left in the middle of a request reads no answer, and nothing of ours broke.
        if (context.response().closed() || isClosed(fault)) {
            return answer(Problems.abandoned("the request to " + request.getPath()));
        }
        return answer(Problems.internal("the request to " + request.getPath(), fault));
    }

    /// The response may learn of it later than whoever read the request.
    private static boolean isClosed(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .anyMatch(ClosedChannelException.class::isInstance);
    }

    private static Response answer(Problem problem) {
        var response =
                Response.status(problem.status())
                        .type(MediaType.valueOf(PROBLEM_JSON))
                        .entity(problem.body());
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            response.header(header.getKey(), header.getValue());
        }
        return response.build();
    }
}
