// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.Receipt;
import dev.sextant.ingest.RequestHead;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Prometheus remote write: a {@code prometheus.WriteRequest} (1.0) or an {@code io.prometheus.write.v2.Request} (2.0) in a
/// snappy block; the Content-Type says which.
@ApplicationScoped
public class RemoteWriteFormat implements BodyFormat, TenantHoldings {
    static final String SAYS_VERSION_1 =
            "the body is remote write 2.0 and the Content-Type says 1.0; send application/x-protobuf;proto=io.prometheus.write.v2.Request";

    private static final String VERSION_1 = "prometheus.writerequest";
    private static final String VERSION_2 = "io.prometheus.write.v2.request";
    private static final String WRITTEN = "X-Prometheus-Remote-Write-%s-Written";
    private static final int SERIES_PER_GENERATION = 150_000;

    private final ConcurrentHashMap<TenantId, SeriesNames> names = new ConcurrentHashMap<>();

    @Override
    public String source() {
        return "remote-write";
    }

    @Override
    public List<String> paths() {
        return List.of("/write", "/api/v1/write");
    }

    /// Line protocol comes to `/write`, too, and says so.
    @Override
    public boolean claims(RequestHead head) {
        return head.parameter("db").isEmpty() && !head.mediaType().equals("text/plain");
    }

    @Override
    public Packing check(RequestHead head) throws BodyFaultException {
        if (!head.mediaType().equals("application/x-protobuf")) {
            throw BodyFaultException.unsupported(
                    "remote write comes as Content-Type application/x-protobuf, not \"%s\""
                            .formatted(head.header("Content-Type")));
        }
        var message = message(head);
        if (!message.equals(VERSION_1) && !message.equals(VERSION_2)) {
            throw BodyFaultException.unsupported(
                    "the message \"%s\" is not known; send proto=prometheus.WriteRequest (1.0) or proto=io.prometheus.write.v2.Request (2.0)"
                            .formatted(message));
        }
        var encoding = head.header("Content-Encoding");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("snappy")) {
            throw BodyFaultException.unsupported(
                    "remote write comes with Content-Encoding snappy, not \"%s\""
                            .formatted(encoding));
        }
        return Packing.SNAPPY;
    }

    @Override
    public Payload decode(TenantId tenant, RequestHead head, byte[] body)
            throws BodyFaultException {
        return isVersion2(head)
                ? new Request2Reader(body).read()
                : new WriteRequestReader(body, names(tenant)).read();
    }

    /// Senders of version 2 ask for what was written; without these headers they take it for nothing.
    @Override
    public Map<String, String> headers(RequestHead head, Receipt receipt) {
        return isVersion2(head)
                ? Map.of(
                        WRITTEN.formatted("Samples"), Long.toString(receipt.stored()),
                        WRITTEN.formatted("Histograms"), "0",
                        WRITTEN.formatted("Exemplars"), "0")
                : Map.of();
    }

    @Override
    public void erase(TenantId tenant) {
        names.remove(tenant);
    }

    private static boolean isVersion2(RequestHead head) {
        return message(head).equals(VERSION_2);
    }

    /// Which message the Content-Type names; version 1 names none.
    private static String message(RequestHead head) {
        for (var parameter : head.contentType().split(";")) {
            if (parameter.startsWith("proto=")) {
                return parameter.substring("proto=".length()).replace("\"", "");
            }
        }
        return VERSION_1;
    }

    private SeriesNames names(TenantId tenant) {
        return names.computeIfAbsent(tenant, _ -> new SeriesNames(SERIES_PER_GENERATION));
    }
}
