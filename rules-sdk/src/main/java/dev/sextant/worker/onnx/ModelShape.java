// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a model is fed and read: which of its inputs takes points, and which output scores or foretells.
///
/// @param takesMany whether one run may look at many windows
/// @param window points that it looks at; [#WHOLE]: a whole series
/// @param sides outputs that stand beside its answer
/// @param inputs all of them: the one that takes points, and parameters, which are one number each
record ModelShape(
        String kind,
        String input,
        boolean takesMany,
        int window,
        String output,
        Set<String> sides,
        Map<String, TensorInfo> inputs) {
    static final int WHOLE = 0;

    private static final int LONGEST_WINDOW = 100_000;
    private static final Set<OnnxJavaType> NUMBERS =
            Set.of(OnnxJavaType.FLOAT, OnnxJavaType.DOUBLE);
    private static final List<String> SCORES = List.of("score", "scores");
    private static final List<String> FORECASTS = List.of("forecast", "expected");
    private static final Set<String> BESIDE_SCORES = Set.of("expected", "lower", "upper");
    private static final Set<String> BESIDE_FORECASTS = Set.of("lower", "upper");

    static ModelShape of(
            Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs, ModelNotes notes)
            throws UnfitModelException {
        var tensors = tensors(inputs);
        var main = main(tensors);
        var sizes = main.getValue().getShape();
        checkParams(main.getKey(), tensors.keySet(), notes);
        var numbers = numbers(outputs);
        var kind = kind(numbers, notes);
        boolean isForecast = kind.equals(ModelNotes.FORECAST);
        var output = output(numbers, isForecast ? FORECASTS : SCORES, notes);
        var sides = new LinkedHashSet<>(numbers);
        sides.retainAll(isForecast ? BESIDE_FORECASTS : BESIDE_SCORES);
        sides.remove(output);
        int window = window(main.getKey(), sizes);
        return new ModelShape(kind, main.getKey(), sizes[0] < 0, window, output, sides, tensors);
    }

    boolean isForecast() {
        return kind.equals(ModelNotes.FORECAST);
    }

    /// The outputs that are read.
    Set<String> read() {
        var read = new LinkedHashSet<String>(sides);
        read.add(output);
        return read;
    }

    private static Map<String, TensorInfo> tensors(Map<String, NodeInfo> inputs)
            throws UnfitModelException {
        var tensors = new LinkedHashMap<String, TensorInfo>();
        for (var input : inputs.values()) {
            if (!(input.getInfo() instanceof TensorInfo tensor) || !NUMBERS.contains(tensor.type)) {
                throw new UnfitModelException(
                        "input %s takes no float32 or float64 numbers: a model gets nothing else"
                                .formatted(Words.quoted(input.getName())));
            }
            tensors.put(input.getName(), tensor);
        }
        return tensors;
    }

    private static Map.Entry<String, TensorInfo> main(Map<String, TensorInfo> inputs)
            throws UnfitModelException {
        var mains = inputs.entrySet().stream().filter(ModelShape::takesPoints).toList();
        long params = inputs.values().stream().filter(ModelShape::isOneNumber).count();
        if (mains.size() != 1 || params + 1 != inputs.size()) {
            throw new UnfitModelException(
                    "a model has one input of the shape [batch, window] or [1, n], and its parameters are inputs of one number, [] or [1]; this one has %s"
                            .formatted(shapes(inputs)));
        }
        return mains.getFirst();
    }

    private static boolean takesPoints(Map.Entry<String, TensorInfo> input) {
        return input.getValue().getShape().length == 2;
    }

    private static boolean isOneNumber(TensorInfo tensor) {
        var sizes = tensor.getShape();
        return sizes.length == 0 || sizes.length == 1 && sizes[0] == 1;
    }

    private static String shapes(Map<String, TensorInfo> inputs) {
        var shapes =
                inputs.entrySet().stream()
                        .map(input ->
                                input.getKey() + " " + Words.shape(input.getValue().getShape()))
                        .toList();
        return Words.list(shapes);
    }

    private static int window(String input, long[] sizes) throws UnfitModelException {
        if (sizes[0] > 1 || sizes[0] == 0) {
            throw new UnfitModelException(
                    "input %s takes batches of just %d: export it with a dynamic first axis"
                            .formatted(Words.quoted(input), sizes[0]));
        }
        if (sizes[1] == 0 || sizes[1] > LONGEST_WINDOW) {
            throw new UnfitModelException(
                    "input %s takes windows of %,d points; 1 to %,d are allowed"
                            .formatted(Words.quoted(input), sizes[1], LONGEST_WINDOW));
        }
        return sizes[1] < 0 ? WHOLE : (int) sizes[1];
    }

    private static void checkParams(String main, Set<String> inputs, ModelNotes notes)
            throws UnfitModelException {
        for (var input : inputs) {
            if (!input.equals(main) && !notes.params().containsKey(input)) {
                throw new UnfitModelException(
                        "say the default of parameter %s, as in \"params\": {\"border\": 3}"
                                .formatted(Words.quoted(input)));
            }
        }
        for (var param : notes.params().keySet()) {
            if (param.equals(main) || !inputs.contains(param)) {
                throw new UnfitModelException(
                        "the model has no input %s of one number; its inputs are %s"
                                .formatted(Words.quoted(param), Words.list(inputs)));
            }
        }
    }

    private static List<String> numbers(Map<String, NodeInfo> outputs) {
        return outputs.values().stream()
                .filter(output ->
                        output.getInfo() instanceof TensorInfo tensor
                                && NUMBERS.contains(tensor.type))
                .map(NodeInfo::getName)
                .toList();
    }

    private static String kind(List<String> outputs, ModelNotes notes) throws UnfitModelException {
        if (notes.kind() != null) {
            return notes.kind();
        }
        if (outputs.stream().anyMatch(SCORES::contains)) {
            return ModelNotes.ANOMALY;
        }
        if (outputs.stream().anyMatch(FORECASTS::contains)) {
            return ModelNotes.FORECAST;
        }
        throw new UnfitModelException(
                "say what the model does: \"kind\": \"anomaly\" or \"kind\": \"forecast\", or call its output score or forecast; its outputs of numbers are %s"
                        .formatted(Words.list(outputs)));
    }

    private static String output(List<String> outputs, List<String> usual, ModelNotes notes)
            throws UnfitModelException {
        var wanted = notes.output();
        if (wanted != null && outputs.contains(wanted)) {
            return wanted;
        }
        var found = usual.stream().filter(outputs::contains).findFirst();
        if (wanted == null && found.isPresent()) {
            return found.get();
        }
        if (wanted == null && outputs.size() == 1) {
            return outputs.getFirst();
        }
        throw new UnfitModelException(
                "%s: say by \"output\" which one answers; those of float32 or float64 numbers are %s"
                        .formatted(
                                wanted == null
                                        ? "the model has several outputs, or none of numbers"
                                        : "there is no output %s of numbers"
                                                .formatted(Words.quoted(wanted)),
                                Words.list(outputs)));
    }
}
