// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

/// The store cannot take or give data now; the sender should try again later.
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
