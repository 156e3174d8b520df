// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// A loaded model. One thread uses it.
final class ModelSession implements AutoCloseable {
    private static final long MOST_NUMBERS = 1_000_000;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ModelNotes notes;
    private final ModelShape shape;

    private ModelSession(
            OrtEnvironment environment, OrtSession session, ModelNotes notes, ModelShape shape) {
        this.environment = environment;
        this.session = session;
        this.notes = notes;
        this.shape = shape;
    }

    /// @param model a file that [ModelCheck] has let through
    static ModelSession open(OrtEnvironment environment, byte[] model, ModelNotes notes)
            throws UnfitModelException {
        try (var options = options()) {
            var session = environment.createSession(model, options);
            boolean fits = false;
            try {
                var shape = ModelShape.of(session.getInputInfo(), session.getOutputInfo(), notes);
                fits = true;
                return new ModelSession(environment, session, notes, shape);
            } finally {
                if (!fits) {
                    session.close();
                }
            }
        } catch (OrtException problem) {
            throw unfit("the model cannot be loaded: ", problem);
        }
    }

    /// No threads of its own, no memory kept for later, and the graph as it is: rewriting it would run parts of it while it is
    /// loaded, when nothing can stop them.
    private static SessionOptions options() throws OrtException {
        var options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT);
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        options.addConfigEntry("session.load_model_format", "ONNX");
        return options;
    }

    ModelNotes notes() {
        return notes;
    }

    ModelShape shape() {
        return shape;
    }

    /// What one run takes.
    ///
    /// @param cells points row by row
    /// @param rows how many of them
    /// @param options values of the parameters
    record Feed(double[] cells, int rows, Map<String, Double> options) {}

    /// The outputs that are read, as they lie in their tensors.
    Map<String, double[]> run(Feed feed, Stop stop) throws UnfitModelException {
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            for (var input : shape.inputs().entrySet()) {
                tensors.put(input.getKey(), tensor(input.getKey(), input.getValue(), feed));
            }
            try (var result = session.run(tensors, shape.read(), stop.options())) {
                var numbers = new LinkedHashMap<String, double[]>();
                for (var output : result) {
                    numbers.put(output.getKey(), numbers(output.getKey(), output.getValue()));
                }
                return numbers;
            }
        } catch (OrtException problem) {
            throw unfit("the model failed: ", problem);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String input, TensorInfo info, Feed feed) throws OrtException {
        if (input.equals(shape.input())) {
            return tensor(
                    info.type,
                    feed.cells(),
                    new long[] {feed.rows(), feed.cells().length / feed.rows()});
        }
        var value = new double[] {feed.options().getOrDefault(input, 0.0)};
        return tensor(info.type, value, info.getShape());
    }

    private OnnxTensor tensor(OnnxJavaType type, double[] numbers, long[] sizes)
            throws OrtException {
        if (type == OnnxJavaType.DOUBLE) {
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), sizes);
        }
        var narrow = new float[numbers.length];
        for (int index = 0; index < narrow.length; index++) {
            narrow[index] = (float) numbers[index];
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(narrow), sizes);
    }

    private static double[] numbers(String output, Object value) throws UnfitModelException {
        if (!(value instanceof OnnxTensor tensor)) {
            throw new UnfitModelException("output %s is no tensor".formatted(Words.quoted(output)));
        }
        long count = tensor.getInfo().getNumElements();
        if (count < 1 || count > MOST_NUMBERS) {
            throw new UnfitModelException(
                    "output %s has %,d numbers; 1 to %,d are allowed"
                            .formatted(Words.quoted(output), count, MOST_NUMBERS));
        }
        var numbers = new double[(int) count];
        if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
            tensor.getDoubleBuffer().get(numbers);
            return numbers;
        }
        var narrow = tensor.getFloatBuffer();
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = narrow.get(index);
        }
        return numbers;
    }

    private static UnfitModelException unfit(String what, OrtException problem) {
        return new UnfitModelException(
                what + Words.reason(String.valueOf(problem.getMessage())), problem);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException problem) {
            throw new IllegalStateException("a model cannot be let go of", problem);
        }
    }
}
