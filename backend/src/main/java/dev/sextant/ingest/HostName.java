// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// What this machine calls itself.
public final class HostName {
    private HostName() {}

    /// The name without its domain, or {@code localhost} where the machine has none.
    public static String find() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return name.isBlank() || Character.isDigit(name.charAt(0))
                    ? name
                    : name.split("\\.", 2)[0];
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
