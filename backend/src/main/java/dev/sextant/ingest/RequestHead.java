// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.ingest.packing.Packing;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a request says besides its body.
///
/// @param headers by their names in lower case
public record RequestHead(String path, Map<String, String> query, Map<String, String> headers) {
    public RequestHead {
        query = Map.copyOf(query);
        var lower = new TreeMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    public static RequestHead of(String path, String contentType) {
        return new RequestHead(path, Map.of(), Map.of("content-type", contentType));
    }

    /// The header's value, empty when absent.
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /// The parameter of the query, empty when absent.
    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /// The body's length; a body in chunks announces none and counts as the largest.
    long announcedLength(long max) {
        try {
            return Math.max(0, Long.parseLong(header("Content-Length")));
        } catch (NumberFormatException absent) {
            return max;
        }
    }

    /// The Content-Type in lower case, without blanks.
    public String contentType() {
        return header("Content-Type").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /// The Content-Type without what follows its first semicolon.
    public String mediaType() {
        return contentType().split(";", 2)[0];
    }

    /// Plain or gzip, for formats that take both.
    ///
    /// @param what the body, for the answer
    public Packing plainOrGzip(String what) throws BodyFaultException {
        var encoding = header("Content-Encoding").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> Packing.NONE;
            case "gzip", "x-gzip" -> Packing.GZIP;
            default ->
                    throw BodyFaultException.unsupported(
                            "%s comes plain or with Content-Encoding gzip, not \"%s\""
                                    .formatted(what, encoding));
        };
    }
}
