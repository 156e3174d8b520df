// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import java.io.IOException;

/// The other side sent what the protocol does not allow: it is not to be talked to any longer.
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    public ProtocolException(String message) {
        super(message);
    }
}
