// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

/// A body that can't be taken as a whole; its message tells the sender why. Nothing of the body was stored.
public final class BodyFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What the sender did wrong.
    public enum Kind {
        MALFORMED,
        UNSUPPORTED,
        TOO_LARGE
    }

    private final Kind kind;

    private BodyFaultException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public static BodyFaultException malformed(String message) {
        return new BodyFaultException(Kind.MALFORMED, message);
    }

    public static BodyFaultException unsupported(String message) {
        return new BodyFaultException(Kind.UNSUPPORTED, message);
    }

    public static BodyFaultException tooLarge(String message) {
        return new BodyFaultException(Kind.TOO_LARGE, message);
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
