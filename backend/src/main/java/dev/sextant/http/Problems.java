// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The problems that every part of the surface may answer, worded once.
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    public static Problem unauthenticated() {
        return new Problem(
                        401,
                        "not-signed-in",
                        "this needs a sign-in: send the session cookie or the header \"Authorization: Bearer <token>\"")
                .header("WWW-Authenticate", "Bearer realm=\"sextant\"");
    }

    public static Problem forbidden() {
        return new Problem(
                403,
                "not-allowed",
                "your role does not allow this; ask an owner of the tenant for a higher role");
    }

    /// The tenant that the request names is not the caller's, or does not exist: one answer, so that nobody learns which.
    public static Problem unknownTenant() {
        return new Problem(404, "unknown-tenant", "you are a member of no tenant of that name");
    }

    public static Problem notFound() {
        return new Problem(404, "not-found", "there is nothing at this address");
    }

    /// The caller closed the connection before the request was read or answered; nobody reads this.
    static Problem abandoned(String request) {
        LOG.debugf("%s was abandoned by its caller", request);
        return new Problem(
                400, "abandoned", "the connection was closed before the request was whole");
    }

    /// What went wrong is ours: the log gets all of it, the caller an incident id to name.
    public static Problem internal(String request, Throwable cause) {
        var incident = UUID.randomUUID().toString();
        LOG.errorf(cause, "incident %s: %s failed and was answered with 500", incident, request);
        return new Problem(
                        500,
                        "internal-error",
                        "something broke on our side; nothing is wrong with the request. The log has more under incident "
                                + incident)
                .with("incident", incident);
    }

    /// The problem of a bare status, as the web layer below us reports them.
    static Problem ofStatus(int status, @Nullable String detail) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 ->
                    new Problem(
                            405, "method-not-allowed", "this address does not know that method");
            case 406 ->
                    new Problem(
                            406,
                            "not-acceptable",
                            "this address does not answer in the media type asked for");
            case 413 ->
                    new Problem(
                            413,
                            "too-large",
                            "the body is larger than this address takes; send it in parts");
            case 415 ->
                    new Problem(
                            415,
                            "unsupported-media-type",
                            "this address does not read that Content-Type; see the OpenAPI document");
            default ->
                    new Problem(
                            status,
                            "bad-request",
                            detail == null ? "the request can't be read" : detail);
        };
    }
}
