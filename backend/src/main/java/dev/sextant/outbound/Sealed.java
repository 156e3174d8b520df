// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

/// A text that only the holder of a key can read.
///
/// @param keyId which key sealed it
/// @param text nonce and cipher text in Base64
public record Sealed(String keyId, String text) {}
