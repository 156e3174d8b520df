// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

/// A line that is not line protocol; the message says why.
final class LineFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    LineFaultException(String message) {
        super(message, null, false, false);
    }

    String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
