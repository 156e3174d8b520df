// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One HTTP request on behalf of a tenant.
///
/// @param address the only one that is connected to
/// @param authorization value of the header, null for none
/// @param form what is posted as a form; null makes it a GET
public record Call(
        URI url,
        InetAddress address,
        @Nullable String authorization,
        @Nullable String form,
        Duration timeout) {
    /// Not the credential.
    @Override
    public String toString() {
        return "a call to " + url;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isTls() ? 443 : 80;
    }
}
