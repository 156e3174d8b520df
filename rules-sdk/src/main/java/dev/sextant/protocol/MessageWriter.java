// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message.Drop;
import dev.sextant.protocol.Message.LogLine;
import dev.sextant.protocol.Message.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages to bytes. Texts are UTF-8 with their length before them, numbers are big-endian, absent numbers are -1.
final class MessageWriter {
    private static final int HEAD = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    private MessageWriter() {}

    static ByteBuffer frameOf(Message message) {
        var writer = new MessageWriter();
        writer.writeInt(0);
        writer.bytes.write(MessageKind.of(message).code());
        writer.write(message);
        var frame = ByteBuffer.wrap(writer.bytes.toByteArray());
        return frame.putInt(0, frame.limit() - HEAD);
    }

    private void write(Message message) {
        switch (message) {
            case Message.ToWorker asked -> writeToWorker(asked);
            case Message.ToBackend told -> writeToBackend(told);
        }
    }

    private void writeToWorker(Message.ToWorker message) {
        switch (message) {
            case Message.Evaluate(var program, var now, var parameters, var state, var bounds) -> {
                writeProgram(program);
                writeLong(now);
                writeText(parameters);
                writeText(state);
                writeInt(bounds.logBytes());
                writeInt(bounds.resultBytes());
                writeInt(bounds.stateBytes());
            }
            case Message.ReadHeader(var program) -> writeProgram(program);
            case Message.ReadTests(var program) -> writeProgram(program);
            case Message.Cancel() -> {}
            case Message.Rows(var head, var points) -> {
                writeText(head);
                writeDoubles(points);
            }
            case Message.Count(var rows) -> writeLong(rows);
            case Message.Refusal(var text) -> writeText(text);
        }
    }

    private void writeToBackend(Message.ToBackend message) {
        switch (message) {
            case Message.Hello(var version, var compiled, var runtime, var drops) -> {
                writeInt(version);
                bytes.write(compiled ? 1 : 0);
                writeText(runtime);
                writeDrops(drops);
            }
            case Message.HostCall(var terminal, var plan) -> {
                bytes.write(terminal.ordinal());
                writeText(plan);
            }
            case Message.Evaluated(var result, var state, var log) -> {
                writeText(result);
                writeText(state);
                writeLog(log);
            }
            case Message.HeaderRead(var header) -> writeText(header);
            case Message.HeaderRejected(var problems) -> {
                writeInt(problems.size());
                problems.forEach(this::writeProblem);
            }
            case Message.Failed(var problem, var log) -> {
                writeProblem(problem);
                writeLog(log);
            }
            case Message.LimitPassed(var limit, var used, var allowed, var log) -> {
                writeText(limit);
                writeLong(used);
                writeLong(allowed);
                writeLog(log);
            }
            case Message.Cancelled(var log) -> writeLog(log);
        }
    }

    private void writeProgram(Message.Program program) {
        writeText(program.name());
        writeText(program.text());
        writeInt(program.modules().size());
        for (var module : program.modules()) {
            writeText(module.name());
            writeText(module.text());
        }
    }

    private void writeProblem(Problem problem) {
        writeText(problem.message());
        writePlace(problem.line());
        writePlace(problem.column());
    }

    private void writePlace(@Nullable Integer place) {
        writeInt(place == null ? -1 : place);
    }

    private void writeDrops(List<Drop> drops) {
        writeInt(drops.size());
        for (var drop : drops) {
            writeText(drop.what());
            writeText(drop.failure() == null ? "" : drop.failure());
        }
    }

    private void writeLog(List<LogLine> log) {
        writeInt(log.size());
        for (var line : log) {
            writeText(line.level());
            writeText(line.text());
        }
    }

    private void writeText(String text) {
        var encoded = text.getBytes(UTF_8);
        writeInt(encoded.length);
        bytes.writeBytes(encoded);
    }

    private void writeInt(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    private void writeLong(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private void writeDoubles(double[] values) {
        writeInt(values.length);
        var buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES));
        buffer.asDoubleBuffer().put(values);
        bytes.writeBytes(buffer.array());
    }
}
