// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.RequestHead;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/// Samples as JSON: {@code [{"metric", "labels": {}, "samples": [[epochMs, value]], "unit"?, "description"?, "type"?}]}.
@ApplicationScoped
public class JsonFormat implements BodyFormat {
    private final JsonFactory json = new JsonFactory();

    @Override
    public String source() {
        return "json";
    }

    @Override
    public List<String> paths() {
        return List.of("/api/v1/samples");
    }

    /// Samples as CSV come to the same address.
    @Override
    public boolean claims(RequestHead head) {
        return !head.mediaType().equals("text/csv");
    }

    @Override
    public Packing check(RequestHead head) throws BodyFaultException {
        if (!head.mediaType().equals("application/json")) {
            throw BodyFaultException.unsupported(
                    "samples come as Content-Type application/json or text/csv, not \"%s\""
                            .formatted(head.header("Content-Type")));
        }
        return head.plainOrGzip("samples as JSON");
    }

    @Override
    public Payload decode(TenantId tenant, RequestHead head, byte[] body)
            throws BodyFaultException {
        try (JsonParser parser = json.createParser(body)) {
            return new JsonSamplesReader(parser).read();
        } catch (JsonProcessingException fault) {
            var where = fault.getLocation();
            throw BodyFaultException.malformed(
                    "the body is not valid JSON"
                            + (where == null
                                    ? ""
                                    : " at line %d, column %d"
                                            .formatted(where.getLineNr(), where.getColumnNr())));
        } catch (IOException fault) {
            throw BodyFaultException.malformed("the body is not readable as JSON");
        }
    }
}
