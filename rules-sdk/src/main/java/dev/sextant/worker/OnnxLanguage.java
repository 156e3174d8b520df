// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import dev.sextant.worker.onnx.OnnxModels;
import java.util.List;

/// ONNX models, as if they were a language: the library of the runtime is loaded before the worker gives up its rights.
final class OnnxLanguage implements GuestLanguage {
    /// A graph of one node, Identity, from `values` of float32 [1, n] to `score`.
    private static final String WARM_UP =
            "CAg6WQoZCgZ2YWx1ZXMSBXNjb3JlIghJZGVudGl0eRIHd2FybS11cFoZCgZ2YWx1ZXMSDwoNCAESCQoCCAEKAxIBbm"
                    + "IYCgVzY29yZRIPCg0IARIJCgIIAQoDEgFuQgQKABAN";

    private final OnnxModels models = new OnnxModels();

    /// Models run as the machine code of the runtime.
    @Override
    public boolean isCompiling() {
        return true;
    }

    @Override
    public String runtime() {
        return models.runtime();
    }

    @Override
    public Message.Program warmUpRule() {
        return new Message.Program(
                "warm-up.onnx", "{}", List.of(new Message.Module("model.onnx", WARM_UP)));
    }

    @Override
    public void awaitReady() {}

    @Override
    public OnnxRun open() {
        return new OnnxRun(models);
    }

    @Override
    public void close() {
        models.close();
    }
}
