// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

/// A secret that cannot be used: there is none of that name, it is not for that host, or its key is gone.
public final class SecretRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    SecretRefusedException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /// For people: names the secret, never its value.
    public String detail() {
        return detail;
    }
}
