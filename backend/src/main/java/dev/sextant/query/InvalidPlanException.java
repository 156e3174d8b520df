// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

/// A plan that cannot be understood; the message names the field and what was expected of it.
public final class InvalidPlanException extends Exception {
    public InvalidPlanException(String message) {
        super(message);
    }

    /// The message, which is always there.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
