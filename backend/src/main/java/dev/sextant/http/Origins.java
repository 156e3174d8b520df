// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Tells whether a request that changes something may have been sent by somebody else's page in the user's browser.
/// Browsers name the sender and pages can't forge it; what names none is no browser and carries no cookie unasked.
final class Origins {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Origins() {}

    static boolean isForeign(
            String method, Optional<String> fetchSite, Optional<String> origin, String host) {
        if (SAFE_METHODS.contains(method)) {
            return false;
        }
        if (fetchSite.isPresent()) {
            return !OWN_SITES.contains(fetchSite.get());
        }
        return origin.isPresent() && !authority(origin.get()).equalsIgnoreCase(host);
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
