// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

/// How one attempt to send ended; `detail` says it for people.
public sealed interface SendOutcome {
    String detail();

    /// The receiver took it.
    record Accepted(String detail) implements SendOutcome {}

    /// The receiver did not take it, or could not be reached, or must not be.
    record Refused(String detail) implements SendOutcome {}
}
