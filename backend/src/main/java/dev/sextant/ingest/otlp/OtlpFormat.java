// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedOutputStream;
import dev.sextant.ingest.Answer;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.Receipt;
import dev.sextant.ingest.RequestHead;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// OpenTelemetry metrics over HTTP: an {@code ExportMetricsServiceRequest} in protobuf or JSON, plain or gzip. Answers as the
/// protocol wants it: 200 with what was refused as partial success, faults as a {@code google.rpc.Status}.
@ApplicationScoped
public class OtlpFormat implements BodyFormat, TenantHoldings {
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final int MOST_DELTAS = 200_000;

    private final ConcurrentHashMap<TenantId, DeltaSums> sums = new ConcurrentHashMap<>();

    @Override
    public String source() {
        return "otlp";
    }

    @Override
    public List<String> paths() {
        return List.of("/v1/metrics");
    }

    @Override
    public Packing check(RequestHead head) throws BodyFaultException {
        if (!head.mediaType().equals(PROTOBUF) && !isJson(head)) {
            throw BodyFaultException.unsupported(
                    "OpenTelemetry metrics come as Content-Type application/x-protobuf or application/json, not \"%s\"; set the exporter's protocol to http/protobuf"
                            .formatted(head.header("Content-Type")));
        }
        return head.plainOrGzip("an OpenTelemetry body");
    }

    @Override
    public Payload decode(TenantId tenant, RequestHead head, byte[] body)
            throws BodyFaultException {
        var protobuf = isJson(head) ? JsonRequest.toProtobuf(body) : body;
        var ours = sums.computeIfAbsent(tenant, _ -> new DeltaSums(MOST_DELTAS));
        return new MetricsReader(protobuf, ours).read();
    }

    @Override
    public Optional<Answer> answer(RequestHead head, Receipt receipt) {
        var refusals = receipt.refusals();
        if (isJson(head)) {
            return Optional.of(json(200, partialSuccess(refusals)));
        }
        if (refusals.isEmpty()) {
            return Optional.of(new Answer(200, PROTOBUF, new byte[0]));
        }
        var partial =
                bytes(out -> {
                    out.writeInt64(1, refusals.samples());
                    out.writeString(2, refusals.summary());
                });
        var response = bytes(out -> out.writeByteArray(1, partial));
        return Optional.of(new Answer(200, PROTOBUF, response));
    }

    @Override
    public Optional<Answer> fault(RequestHead head, int status, String code, String detail) {
        if (isJson(head)) {
            var answer = new ObjectNode(JsonNodeFactory.instance);
            answer.put("code", number(status)).put("message", code + ": " + detail);
            return Optional.of(json(status, answer));
        }
        if (!head.mediaType().equals(PROTOBUF)) {
            return Optional.empty();
        }
        var body =
                bytes(out -> {
                    out.writeInt32(1, number(status));
                    out.writeString(2, code + ": " + detail);
                });
        return Optional.of(new Answer(status, PROTOBUF, body));
    }

    @Override
    public void erase(TenantId tenant) {
        sums.remove(tenant);
    }

    private static ObjectNode partialSuccess(Refusals refusals) {
        var answer = new ObjectNode(JsonNodeFactory.instance);
        if (!refusals.isEmpty()) {
            answer.putObject("partialSuccess")
                    .put("rejectedDataPoints", Long.toString(refusals.samples()))
                    .put("errorMessage", refusals.summary());
        }
        return answer;
    }

    private static Answer json(int status, ObjectNode body) {
        return new Answer(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isJson(RequestHead head) {
        return head.mediaType().equals(JSON);
    }

    /// The code of google.rpc.Code for a status.
    private static int number(int status) {
        return switch (status) {
            case 401 -> 16;
            case 403 -> 7;
            case 429 -> 8;
            case 503 -> 14;
            case 500 -> 13;
            default -> 3;
        };
    }

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] bytes(Fields fields) {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
