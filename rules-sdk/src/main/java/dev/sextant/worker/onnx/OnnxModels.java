// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.protocol.Message;
import java.util.Base64;
import java.util.LinkedHashMap;

/// Answers the tasks that a worker gets for models. A program is what its author says of the model, as JSON, with one module:
/// the bytes of the `.onnx` file in base64. The models seen lately stay loaded.
public final class OnnxModels implements AutoCloseable {
    private static final int KEPT_CHARACTERS = 12_000_000;
    private static final int KEPT = 8;

    /// On how many points a model that takes whole series is tried.
    private static final int TRIED_POINTS = 64;

    private final OrtEnvironment environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "sextant");

    /// Most lately used last.
    private final LinkedHashMap<Message.Program, ModelSession> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    /// Asks the backend.
    public interface Asking {
        Message.ToWorker ask(Message.HostCall call);
    }

    /// Name and version of the runtime.
    public String runtime() {
        return "onnxruntime " + environment.getVersion();
    }

    /// What a model says of itself, once it was tried on zeros, as JSON.
    public String header(Message.Program program, Stop stop) throws UnfitModelException {
        var session = session(program);
        var shape = session.shape();
        var notes = session.notes();
        boolean isWhole = shape.window() == ModelShape.WHOLE;
        var values = new double[isWhole ? TRIED_POINTS : shape.window() + 1];
        var _ = new SeriesWork(session, notes.params(), stop).run(values, 2);
        var header = JsonNodeFactory.instance.objectNode();
        header.put("algorithm", shape.kind());
        header.set("title", notes.title());
        header.set("description", notes.description());
        var params = header.putArray("params");
        notes.params()
                .forEach((name, fallback) ->
                        params.addObject()
                                .put("name", name)
                                .put("kind", "number")
                                .put("default", fallback));
        var tests = header.putArray("tests");
        notes.tests().forEach(test -> tests.add(test.name()));
        describe(header.putObject("model"), session);
        return header.toString();
    }

    private void describe(ObjectNode model, ModelSession session) {
        var shape = session.shape();
        model.put("runtime", runtime()).put("input", shape.input()).put("output", shape.output());
        var sides = model.putArray("sides");
        shape.sides().forEach(sides::add);
        if (shape.window() == ModelShape.WHOLE) {
            model.putNull("window");
        } else {
            model.put("window", shape.window());
        }
    }

    /// Scores or foretells what the backend hands out, or runs the tests, as JSON.
    public String evaluate(Message.Evaluate task, Asking backend, Stop stop)
            throws UnfitModelException {
        var session = session(task.program());
        var wanted = Json.object("the task", task.stateJson());
        var result = JsonNodeFactory.instance.objectNode().put("judged", false);
        result.putArray("verdicts");
        result.putArray("charts");
        if (wanted.path("tests").asBoolean()) {
            new ModelTests(session, stop).run(result.putArray("tests"));
        } else {
            var options =
                    Options.of(session.notes(), Json.object("options", task.parametersJson()));
            new Batch(new SeriesWork(session, options, stop), session.shape())
                    .answer(
                            backend.ask(
                                    new Message.HostCall(
                                            Message.Terminal.ROWS, "{\"op\":\"batch\"}")),
                            Json.wholes(wanted.path("keep")),
                            result.putArray("answers"));
        }
        return result.toString();
    }

    private ModelSession session(Message.Program program) throws UnfitModelException {
        var known = kept.get(program);
        if (known != null) {
            return known;
        }
        var notes = ModelNotes.read(program.text());
        var model = bytes(program);
        ModelCheck.check(model);
        var opened = ModelSession.open(environment, model, notes);
        kept.put(program, opened);
        letGo();
        return opened;
    }

    private void letGo() {
        while (kept.size() > KEPT || kept.size() > 1 && characters() > KEPT_CHARACTERS) {
            kept.pollFirstEntry().getValue().close();
        }
    }

    private long characters() {
        return kept.keySet().stream()
                .mapToLong(program -> program.modules().getFirst().text().length())
                .sum();
    }

    private static byte[] bytes(Message.Program program) throws UnfitModelException {
        if (program.modules().size() != 1) {
            throw new UnfitModelException("send the bytes of the .onnx file in base64 as model");
        }
        try {
            return Base64.getDecoder().decode(program.modules().getFirst().text());
        } catch (IllegalArgumentException problem) {
            throw new UnfitModelException("the model is not valid base64", problem);
        }
    }

    @Override
    public void close() {
        kept.values().forEach(ModelSession::close);
        kept.clear();
    }
}
