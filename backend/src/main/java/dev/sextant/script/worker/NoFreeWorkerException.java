// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.io.IOException;

/// All workers were busy for longer than an evaluation waits. Its message is for everybody to see.
final class NoFreeWorkerException extends IOException {
    private static final long serialVersionUID = 1L;

    NoFreeWorkerException(String message) {
        super(message);
    }
}
