// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.csv;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.BodyFormat;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.RequestHead;
import dev.sextant.ingest.packing.Packing;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Samples as CSV: columns `metric`, `time` and `value`, every other column is a label.
@ApplicationScoped
public class CsvFormat implements BodyFormat {
    @Override
    public String source() {
        return "csv";
    }

    @Override
    public List<String> paths() {
        return List.of("/api/v1/samples");
    }

    @Override
    public boolean claims(RequestHead head) {
        return head.mediaType().equals("text/csv");
    }

    @Override
    public Packing check(RequestHead head) throws BodyFaultException {
        return head.plainOrGzip("samples as CSV");
    }

    @Override
    public Payload decode(TenantId tenant, RequestHead head, byte[] body)
            throws BodyFaultException {
        return new CsvSamplesReader(body, head.parameter("metric")).read();
    }
}
