// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.ingest.packing.Packing;
import dev.sextant.ingest.packing.Unpacked;
import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One way to send samples. Formats have no state that differs between requests of a tenant, except caches and what sums
/// need that are sent in parts.
public interface BodyFormat {
    /// The name of the source in metrics, for example {@code remote-write}.
    String source();

    /// Where it is posted to: paths from the root.
    List<String> paths();

    /// Whether a request is meant for this format, where several share a path; the first that claims it gets it.
    default boolean claims(RequestHead head) {
        return true;
    }

    /// Refuses bodies of another type before they are read, and says how to unpack the others.
    Packing check(RequestHead head) throws BodyFaultException;

    /// @param body unpacked
    Payload decode(TenantId tenant, RequestHead head, byte[] body) throws BodyFaultException;

    /// What the sender of a body that was stored, or stored in part, is told in the protocol's own words; absent where 204 and
    /// problem JSON are right.
    default Optional<Answer> answer(RequestHead head, Receipt receipt) {
        return Optional.empty();
    }

    /// Headers that the answer to a body that was stored, or stored in part, has beside the usual ones.
    default Map<String, String> headers(RequestHead head, Receipt receipt) {
        return Map.of();
    }

    /// What the sender is told when something was wrong, in the protocol's own words; absent where problem JSON is right.
    ///
    /// @param code for programs, kebab-case
    default Optional<Answer> fault(RequestHead head, int status, String code, String detail) {
        return Optional.empty();
    }

    /// The body as [#decode] reads it.
    static byte[] unpack(Packing packing, byte[] body, int maxBytes) throws BodyFaultException {
        return switch (packing.unpack(body, maxBytes)) {
            case Unpacked.Plain(var bytes) -> bytes;
            case Unpacked.Damaged(var why) -> throw BodyFaultException.malformed(why);
            case Unpacked.TooLarge(var why) -> throw BodyFaultException.tooLarge(why);
        };
    }
}
