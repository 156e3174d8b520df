// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.ingest.Answer;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.Receipt;
import dev.sextant.ingest.RequestHead;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// InfluxDB's line protocol, at the address of version 1 and at the one of version 2. Good lines are stored whatever the
/// others say; the answer names the first bad line in the words of the version that was spoken to.
@ApplicationScoped
public class InfluxFormat implements BodyFormat {
    private static final String VERSION_2 = "/api/v2/write";
    private static final Set<String> TYPES =
            Set.of(
                    "",
                    "text/plain",
                    "application/octet-stream",
                    "application/x-www-form-urlencoded");

    private final InstantSource clock;

    InfluxFormat(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String source() {
        return "influx";
    }

    @Override
    public List<String> paths() {
        return List.of("/write", VERSION_2);
    }

    /// Remote write comes to `/write`, too; a database or plain text says that it is this.
    @Override
    public boolean claims(RequestHead head) {
        return isVersion2(head)
                || !head.parameter("db").isEmpty()
                || head.mediaType().equals("text/plain");
    }

    @Override
    public Packing check(RequestHead head) throws BodyFaultException {
        if (!TYPES.contains(head.mediaType())) {
            throw BodyFaultException.unsupported(
                    "line protocol comes as Content-Type text/plain, not \"%s\""
                            .formatted(head.header("Content-Type")));
        }
        precision(head);
        return head.plainOrGzip("line protocol");
    }

    @Override
    public Payload decode(TenantId tenant, RequestHead head, byte[] body)
            throws BodyFaultException {
        var where = isVersion2(head) ? "bucket" : "db";
        var name = head.parameter(where);
        return new LinesReader(body, precision(head), clock.millis())
                .read(name.isEmpty() ? Map.of() : Map.of(where, name));
    }

    @Override
    public Optional<Answer> answer(RequestHead head, Receipt receipt) {
        var refusals = receipt.refusals();
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
        var message =
                "partial write: %s dropped=%d".formatted(refusals.summary(), refusals.samples());
        return Optional.of(worded(head, 400, message));
    }

    @Override
    public Optional<Answer> fault(RequestHead head, int status, String code, String detail) {
        return Optional.of(worded(head, status, detail));
    }

    private static Answer worded(RequestHead head, int status, String message) {
        var body = new ObjectNode(JsonNodeFactory.instance);
        if (isVersion2(head)) {
            body.put("code", code(status)).put("message", message);
        } else {
            body.put("error", message);
        }
        return new Answer(
                status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// As InfluxDB 2 names its errors.
    private static String code(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 413 -> "request too large";
            case 429 -> "too many requests";
            case 503 -> "unavailable";
            case 500 -> "internal error";
            default -> "invalid";
        };
    }

    private static Precision precision(RequestHead head) throws BodyFaultException {
        return Precision.of(head.parameter("precision"))
                .orElseThrow(() ->
                        BodyFaultException.malformed(
                                "precision \"%s\" is not known; use ns, us, ms, s, m or h"
                                        .formatted(head.parameter("precision"))));
    }

    private static boolean isVersion2(RequestHead head) {
        return head.path().equals(VERSION_2);
    }
}
