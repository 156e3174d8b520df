// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

/// What came of a call.
public sealed interface Reply {
    /// @param body the bytes, unpacked; the receiver's own
    record Whole(int status, byte[] body) implements Reply {}

    /// The body was larger than wanted; the rest of it was not read.
    record TooLarge() implements Reply {}
}
