// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import dev.sextant.worker.onnx.OnnxModels;
import dev.sextant.worker.onnx.Stop;
import dev.sextant.worker.onnx.UnfitModelException;
import java.util.List;

/// One run of one task on a model.
final class OnnxRun implements GuestRun {
    private final OnnxModels models;
    private final Stop stop = new Stop();

    OnnxRun(OnnxModels models) {
        this.models = models;
    }

    @Override
    public Message.ToBackend evaluate(Message.Evaluate task, GuestHost.HostLink link) {
        try (stop) {
            var result = models.evaluate(task, link::ask, stop);
            int allowed = task.bounds().resultBytes();
            int bytes = result.getBytes(UTF_8).length;
            return bytes > allowed
                    ? new Message.LimitPassed("resultBytes", bytes, allowed, List.of())
                    : new Message.Evaluated(result, "{}", List.of());
        } catch (UnfitModelException problem) {
            return stop.isAsked()
                    ? new Message.Cancelled(List.of())
                    : new Message.Failed(told(problem), List.of());
        }
    }

    @Override
    public Message.ToBackend readHeader(Message.ReadHeader task) {
        try (stop) {
            return new Message.HeaderRead(models.header(task.program(), stop));
        } catch (UnfitModelException problem) {
            return stop.isAsked()
                    ? new Message.Cancelled(List.of())
                    : new Message.HeaderRejected(List.of(told(problem)));
        }
    }

    @Override
    public Message.ToBackend readTests(Message.ReadTests task) {
        stop.close();
        return new Message.HeaderRejected(
                List.of(new Problem("a model is no test file", null, null)));
    }

    @Override
    public void cancel() {
        stop.ask();
    }

    private static Problem told(UnfitModelException problem) {
        return new Problem(problem.words(), null, null);
    }
}
