// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;

/// Ends the runs of one task from another thread; the runtime looks at it between two operators.
public final class Stop implements AutoCloseable {
    private final RunOptions options;
    private boolean closed;
    private volatile boolean asked;

    public Stop() {
        try {
            this.options = new RunOptions();
        } catch (OrtException problem) {
            throw new IllegalStateException("the runtime of models does not answer", problem);
        }
    }

    RunOptions options() {
        return options;
    }

    public boolean isAsked() {
        return asked;
    }

    public synchronized void ask() {
        asked = true;
        if (closed) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException problem) {
            // The backend kills a worker that does not stop.
            throw new IllegalStateException("a run of a model cannot be ended", problem);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        options.close();
    }
}
