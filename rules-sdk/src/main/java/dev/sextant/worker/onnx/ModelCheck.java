// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import dev.sextant.worker.onnx.WireReader.Field;
import java.nio.ByteBuffer;
import java.util.Set;

/// Reads the whole file of a model before the runtime sees it: whatever refers to other files, brings code that is not the
/// runtime's own, or nests without end is refused. Field numbers are those of `onnx.proto`.
final class ModelCheck {
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml");
    private static final int DEEPEST = 8;
    private static final int MOST_NODES = 50_000;
    private static final byte[] OTHER_FORMAT = {'O', 'R', 'T', 'M'};
    private static final int OTHER_FORMAT_AT = 4;

    private int nodes;

    private ModelCheck() {}

    /// @throws UnfitModelException when the runtime must not load it
    static void check(byte[] model) throws UnfitModelException {
        if (isOtherFormat(model)) {
            throw new UnfitModelException(
                    "the file is a model in the runtime's own format: send the .onnx file that it was made from");
        }
        new ModelCheck().model(new WireReader(ByteBuffer.wrap(model)));
    }

    private static boolean isOtherFormat(byte[] model) {
        return model.length >= OTHER_FORMAT_AT + OTHER_FORMAT.length
                && ByteBuffer.wrap(OTHER_FORMAT)
                        .equals(ByteBuffer.wrap(model, OTHER_FORMAT_AT, OTHER_FORMAT.length));
    }

    private void model(WireReader model) throws UnfitModelException {
        boolean hasGraph = false;
        while (model.hasNext()) {
            var field = model.next();
            if (field.isBody(7)) {
                hasGraph = true;
                graph(field.inside(), 1);
            } else if (field.isBody(8)) {
                operatorSet(field.inside());
            } else if (field.isBody(20)) {
                throw new UnfitModelException(
                        "the model holds steps of its training: export it for inference");
            } else if (field.isBody(25)) {
                throw new UnfitModelException(
                        "the model defines functions of its own: inline them, as onnx.inliner.inline_local_functions(model) does");
            }
        }
        if (!hasGraph) {
            throw new UnfitModelException(
                    "the file is no ONNX model: there is no graph in it; send the bytes of an .onnx file");
        }
    }

    private static void operatorSet(WireReader set) throws UnfitModelException {
        while (set.hasNext()) {
            var field = set.next();
            if (field.isBody(1)) {
                checkDomain(field.text(), "");
            }
        }
    }

    private void graph(WireReader graph, int depth) throws UnfitModelException {
        if (depth > DEEPEST) {
            throw new UnfitModelException(
                    "the graphs of the model are nested more than %d deep".formatted(DEEPEST));
        }
        while (graph.hasNext()) {
            var field = graph.next();
            if (field.isBody(1)) {
                node(field.inside(), depth);
            } else if (field.isBody(5)) {
                tensor(field.inside());
            } else if (field.isBody(15)) {
                sparse(field.inside());
            }
        }
    }

    private void node(WireReader node, int depth) throws UnfitModelException {
        nodes++;
        if (nodes > MOST_NODES) {
            throw new UnfitModelException(
                    "the model has more than %,d nodes: export a smaller one"
                            .formatted(MOST_NODES));
        }
        var operator = "";
        var domain = "";
        while (node.hasNext()) {
            var field = node.next();
            if (field.isBody(4)) {
                operator = field.text();
            } else if (field.isBody(5)) {
                attribute(field.inside(), depth);
            } else if (field.isBody(7)) {
                domain = field.text();
                checkDomain(domain, operator);
            }
        }
        checkDomain(domain, operator);
    }

    private static void checkDomain(String domain, String operator) throws UnfitModelException {
        if (!DOMAINS.contains(domain)) {
            throw new UnfitModelException(
                    "the model uses operators of domain %s%s: only those of ONNX itself run here (domains ai.onnx and ai.onnx.ml)"
                            .formatted(
                                    Words.quoted(domain),
                                    operator.isEmpty() ? "" : ", " + Words.quoted(operator)));
        }
    }

    private void attribute(WireReader attribute, int depth) throws UnfitModelException {
        while (attribute.hasNext()) {
            var field = attribute.next();
            if (field.isBody(5) || field.isBody(10)) {
                tensor(field.inside());
            } else if (field.isBody(6) || field.isBody(11)) {
                graph(field.inside(), depth + 1);
            } else if (field.isBody(22) || field.isBody(23)) {
                sparse(field.inside());
            }
        }
    }

    private static void sparse(WireReader tensor) throws UnfitModelException {
        while (tensor.hasNext()) {
            var field = tensor.next();
            if (field.isBody(1) || field.isBody(2)) {
                tensor(field.inside());
            }
        }
    }

    private static void tensor(WireReader tensor) throws UnfitModelException {
        while (tensor.hasNext()) {
            var field = tensor.next();
            if (field.isBody(13) || isElsewhere(field)) {
                throw new UnfitModelException(
                        "the model keeps weights in another file: save it as one file, as onnx.save(model, path, save_as_external_data=False) does");
            }
        }
    }

    private static boolean isElsewhere(Field field) {
        return field.number() == 14 && field.value() != 0;
    }
}
