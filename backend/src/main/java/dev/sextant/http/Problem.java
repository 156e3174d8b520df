// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that can't be answered as asked. Resources throw it; the caller gets it as RFC 9457 problem JSON with the
/// members `type`, `title`, `status`, `code`, `detail` and whatever was added by [#with].
///
/// `code` is for programs (kebab-case, never changes), `detail` for people: it names the thing, the consequence, the next
/// step, and never a class.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;

    public Problem(Response.Status status, String code, String detail) {
        this(status.getStatusCode(), code, detail);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, Map.of(), Map.of());
    }

    private Problem(
            int status,
            String code,
            String detail,
            Map<String, Object> members,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.members = members;
        this.headers = headers;
    }

    /// The same problem with one more member in its JSON, for example `line`.
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, detail, more, headers);
    }

    /// The same problem answered with one more header, for example `Retry-After`.
    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, members, more);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /// The problem as the members of its JSON object, in their order.
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title(status));
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        body.putAll(members);
        return body;
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
