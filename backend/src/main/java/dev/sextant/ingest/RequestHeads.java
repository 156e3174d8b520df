// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;

/// Makes heads of requests.
final class RequestHeads {
    private static final List<String> HEADERS =
            List.of("Content-Length", "Content-Type", "Content-Encoding");

    private RequestHeads() {}

    static RequestHead of(RoutingContext context) {
        var headers = new HashMap<String, String>();
        for (var name : HEADERS) {
            var value = context.request().getHeader(name);
            headers.put(name, value == null ? "" : value);
        }
        var query = new HashMap<String, String>();
        context.queryParams().forEach(each -> query.putIfAbsent(each.getKey(), each.getValue()));
        return new RequestHead(context.normalizedPath(), query, headers);
    }
}
