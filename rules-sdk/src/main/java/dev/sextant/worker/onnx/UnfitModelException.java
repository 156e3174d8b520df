// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

/// A model, or what is said of it, cannot be used; why, in words for its author.
public final class UnfitModelException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitModelException(String message) {
        super(message);
    }

    UnfitModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Always there.
    public String words() {
        return String.valueOf(getMessage());
    }
}
