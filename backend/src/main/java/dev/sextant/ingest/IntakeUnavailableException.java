// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

/// Samples can't be taken now, though nothing is wrong with them; nothing of them was stored and the sender should try
/// again.
public final class IntakeUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IntakeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
