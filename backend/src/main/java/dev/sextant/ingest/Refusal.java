// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

/// Why nothing of a body was taken.
///
/// @param code for programs, kebab-case
/// @param retryAfterSeconds when to send it again; 0 when that would be of no use
record Refusal(int status, String code, String detail, long retryAfterSeconds) {
    static Refusal of(BodyFaultException fault) {
        return switch (fault.kind()) {
            case MALFORMED -> new Refusal(400, "malformed-body", fault.detail(), 0);
            case UNSUPPORTED -> new Refusal(415, "unsupported-body", fault.detail(), 0);
            case TOO_LARGE -> new Refusal(413, "body-too-large", fault.detail(), 0);
        };
    }
}
