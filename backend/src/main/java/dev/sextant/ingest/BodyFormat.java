// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.tenant.TenantId;
import java.util.List;

/// One way to send samples. Formats have no state that differs between requests of a tenant, except caches.
public interface BodyFormat {
    /// The name of the source in metrics, for example {@code remote-write}.
    String source();

    /// Where it is posted to: paths from the root.
    List<String> paths();

    /// Refuses bodies of another type before they are read.
    ///
    /// @param contentType the header's value; empty when absent, as for the encoding
    void check(String contentType, String contentEncoding) throws BodyFaultException;

    Payload decode(TenantId tenant, byte[] body) throws BodyFaultException;
}
