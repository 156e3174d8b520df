// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

/// A host that may not be called, or that nobody knows.
public final class AddressRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    AddressRefusedException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /// For people: names the host and the next step.
    public String detail() {
        return detail;
    }
}
