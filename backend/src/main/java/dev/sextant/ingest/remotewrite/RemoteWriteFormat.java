// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.RequestHead;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Prometheus remote write 1.0: a {@code prometheus.WriteRequest} in a snappy block.
@ApplicationScoped
public class RemoteWriteFormat implements BodyFormat {
    static final String ONLY_VERSION_1 =
            "this is remote write 2.0; Sextant reads version 1.0: set protobuf_message: \"prometheus.WriteRequest\" (the default) in the sender's remote_write";

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
        if (head.contentType().contains("io.prometheus.write.v2")) {
            throw BodyFaultException.unsupported(ONLY_VERSION_1);
        }
        if (!head.mediaType().equals("application/x-protobuf")) {
            throw BodyFaultException.unsupported(
                    "remote write comes as Content-Type application/x-protobuf, not \"%s\""
                            .formatted(head.header("Content-Type")));
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
        return new WriteRequestReader(body, names(tenant)).read();
    }

    private SeriesNames names(TenantId tenant) {
        return names.computeIfAbsent(tenant, _ -> new SeriesNames(SERIES_PER_GENERATION));
    }
}
