// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

/// A source that a tenant reads elsewhere does not answer; the own store is well.
public final class SourceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    public SourceUnavailableException(String detail) {
        super(detail);
        this.detail = detail;
    }

    /// For people: names the source and why.
    public String detail() {
        return detail;
    }
}
