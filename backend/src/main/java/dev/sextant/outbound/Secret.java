// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import java.time.Instant;
import java.util.Set;

/// A credential of a tenant as it is kept: sealed, and with the hosts that it may be shown to. Whoever may use a secret may
/// not read it, so that nobody can have it sent to a host of their own.
///
/// @param hosts names or addresses as sources and targets write them, in lower case
public record Secret(String name, Set<String> hosts, Sealed sealed, Instant changedAt) {
    public Secret {
        hosts = Set.copyOf(hosts);
    }
}
