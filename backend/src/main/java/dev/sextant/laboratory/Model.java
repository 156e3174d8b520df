// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// The file of an ONNX model. Nobody reads it here: that is up to the sandbox.
///
/// @param base64 its bytes
/// @param sha256 of the bytes, in hexadecimal digits
/// @param bytes how many there are
public record Model(String base64, String sha256, int bytes) {
    /// @param text base64, with white space anywhere
    /// @throws IllegalArgumentException in words for who sent it
    public static Model of(String text) {
        var base64 = text.replaceAll("\\s", "");
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return new Model(base64, HexFormat.of().formatHex(sha256(bytes)), bytes.length);
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    "model must be the bytes of an .onnx file in base64, as \"base64 model.onnx\" prints them",
                    problem);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException("every Java has SHA-256", problem);
        }
    }
}
