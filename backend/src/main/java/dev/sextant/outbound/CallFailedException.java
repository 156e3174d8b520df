// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

/// A call that got no answer.
public final class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    CallFailedException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /// For people: names the host, never a credential.
    public String detail() {
        return detail;
    }
}
