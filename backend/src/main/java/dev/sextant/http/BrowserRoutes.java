// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/// What a browser needs around the resources: deep links of the web UI, headers that protect it, caching, and the refusal of
/// requests that another site's page sent with the user's cookie.
@ApplicationScoped
public class BrowserRoutes {
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/q/", "/assets/", "/sdk/", "/v1/", "/prometheus/");
    private static final String WRITE = "/write";
    // Authentication runs at 200: a foreign request is refused before its cookie is looked at.
    private static final int BEFORE_AUTHENTICATION = 400;
    private static final int BEFORE_THAT = 500;

    void filters(@Observes Filters filters) {
        filters.register(BrowserRoutes::protect, BEFORE_THAT);
        filters.register(BrowserRoutes::refuseForeign, BEFORE_AUTHENTICATION);
    }

    // After the static files (they win), before the resources (they would answer 404).
    void pages(@Observes Router router) {
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT)
                .handler(BrowserRoutes::deepLink);
    }

    private static void protect(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (context.request().isSSL() || "https".equals(context.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        var caching = caching(context.normalizedPath());
        // At the end, because the handler of static files sets its own.
        context.addHeadersEndHandler(_ -> headers.set("Cache-Control", caching));
        context.next();
    }

    /// The name of an asset holds a hash of its content; a page must be asked for anew, it names the assets; data is never kept.
    private static String caching(String path) {
        if (path.startsWith("/assets/")) {
            return "public, max-age=31536000, immutable";
        }
        return isPage(path) ? "no-cache" : "no-store";
    }

    private static void refuseForeign(RoutingContext context) {
        var request = context.request();
        if (request.getHeader("Authorization") == null && isForeign(request)) {
            context.fail(
                    new Problem(
                            403,
                            "foreign-origin",
                            "a page of another site sent this; only Sextant's own pages and API tokens may change something"));
            return;
        }
        context.next();
    }

    private static boolean isForeign(HttpServerRequest request) {
        var authority = request.authority();
        return Origins.isForeign(
                request.method().name(),
                Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
                Optional.ofNullable(request.getHeader("Origin")),
                authority == null ? "" : authority.toString());
    }

    private static void deepLink(RoutingContext context) {
        var accept = context.request().getHeader("Accept");
        var path = context.normalizedPath();
        if (accept != null
                && accept.contains("text/html")
                && isPage(path)
                && !path.equals("/index.html")) {
            context.reroute("/index.html");
            return;
        }
        context.next();
    }

    private static boolean isPage(String path) {
        return !path.equals(WRITE) && NOT_PAGES.stream().noneMatch(path::startsWith);
    }
}
