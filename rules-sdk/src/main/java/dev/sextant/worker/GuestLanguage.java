// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;

/// One language as a worker runs it: an engine whose compiled code outlives the runs.
interface GuestLanguage extends AutoCloseable {
    /// Whether guests are compiled; in the interpreter they are a hundred times slower.
    boolean isCompiling();

    /// Name and version of the runtime, for operators.
    String runtime();

    /// A rule that uses what most rules use; a worker runs it before it says hello.
    Message.Program warmUpRule();

    /// Waits until the next run can begin at once, whatever its program is.
    void awaitReady();

    /// Prepares one run of one task; nothing of the guest has run when this returns.
    GuestRun open();

    @Override
    void close();

    /// The language by its name, as the backend gives it on the command line.
    static GuestLanguage of(String name) {
        return switch (name) {
            case "javascript" -> new JavaScriptLanguage();
            case "python" -> new PythonLanguage();
            case "onnx" -> new OnnxLanguage();
            default -> throw new IllegalArgumentException("no language is called " + name);
        };
    }
}
