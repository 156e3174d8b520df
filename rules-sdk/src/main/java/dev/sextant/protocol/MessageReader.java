// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message.Drop;
import dev.sextant.protocol.Message.LogLine;
import dev.sextant.protocol.Message.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bytes to messages. Every length is checked against what the frame still holds before anything is allocated, so
/// that a frame costs at most a small multiple of its own size, whatever it claims.
final class MessageReader {
    /// An empty thing in a list takes many times its bytes once it is read.
    private static final int LONGEST_LIST = 10_000;

    private final ByteBuffer frame;

    private MessageReader(ByteBuffer frame) {
        this.frame = frame;
    }

    static Message read(ByteBuffer frame) throws ProtocolException {
        var reader = new MessageReader(frame);
        var message = reader.message(MessageKind.of(reader.readByte()));
        if (frame.hasRemaining()) {
            throw new ProtocolException(frame.remaining() + " bytes after the end of a message");
        }
        return message;
    }

    private Message message(MessageKind kind) throws ProtocolException {
        return switch (kind) {
            case EVALUATE ->
                    new Message.Evaluate(
                            readProgram(), readLong(), readText(), readText(), readBounds());
            case READ_HEADER -> new Message.ReadHeader(readProgram());
            case READ_TESTS -> new Message.ReadTests(readProgram());
            case CANCEL -> new Message.Cancel();
            case ROWS -> new Message.Rows(readText(), readDoubles());
            case COUNT -> new Message.Count(readLong());
            case REFUSAL -> new Message.Refusal(readText());
            case HELLO -> new Message.Hello(readInt(), readByte() == 1, readText(), readDrops());
            case HOST_CALL -> new Message.HostCall(readTerminal(), readText());
            case EVALUATED -> new Message.Evaluated(readText(), readText(), readLog());
            case HEADER_READ -> new Message.HeaderRead(readText());
            case HEADER_REJECTED -> new Message.HeaderRejected(readProblems());
            case FAILED -> new Message.Failed(readProblem(), readLog());
            case LIMIT_PASSED ->
                    new Message.LimitPassed(readText(), readLong(), readLong(), readLog());
            case CANCELLED -> new Message.Cancelled(readLog());
        };
    }

    private Message.Program readProgram() throws ProtocolException {
        return new Message.Program(readText(), readText(), readModules());
    }

    private List<Message.Module> readModules() throws ProtocolException {
        int count = readListSize(2 * Integer.BYTES);
        var modules = new ArrayList<Message.Module>(count);
        for (int index = 0; index < count; index++) {
            modules.add(new Message.Module(readText(), readText()));
        }
        return modules;
    }

    private Message.Bounds readBounds() throws ProtocolException {
        return new Message.Bounds(readInt(), readInt(), readInt());
    }

    private Message.Terminal readTerminal() throws ProtocolException {
        int code = readByte();
        var terminals = Message.Terminal.values();
        if (code < 0 || code >= terminals.length) {
            throw new ProtocolException("no terminal has the code " + code);
        }
        return terminals[code];
    }

    private List<Problem> readProblems() throws ProtocolException {
        int count = readListSize(3 * Integer.BYTES);
        var problems = new ArrayList<Problem>(count);
        for (int index = 0; index < count; index++) {
            problems.add(readProblem());
        }
        return problems;
    }

    private Problem readProblem() throws ProtocolException {
        return new Problem(readText(), readPlace(), readPlace());
    }

    private @Nullable Integer readPlace() throws ProtocolException {
        int place = readInt();
        return place < 1 ? null : place;
    }

    private List<Drop> readDrops() throws ProtocolException {
        int count = readListSize(2 * Integer.BYTES);
        var drops = new ArrayList<Drop>(count);
        for (int index = 0; index < count; index++) {
            var what = readText();
            var failure = readText();
            drops.add(new Drop(what, failure.isEmpty() ? null : failure));
        }
        return drops;
    }

    private List<LogLine> readLog() throws ProtocolException {
        int count = readListSize(2 * Integer.BYTES);
        var log = new ArrayList<LogLine>(count);
        for (int index = 0; index < count; index++) {
            log.add(new LogLine(readText(), readText()));
        }
        return log;
    }

    private String readText() throws ProtocolException {
        int length = readCount(1);
        var encoded = frame.slice(frame.position(), length);
        frame.position(frame.position() + length);
        try {
            return UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException problem) {
            throw (ProtocolException)
                    new ProtocolException("a text is not UTF-8").initCause(problem);
        }
    }

    private double[] readDoubles() throws ProtocolException {
        var values = new double[readCount(Double.BYTES)];
        frame.asDoubleBuffer().get(values);
        frame.position(frame.position() + values.length * Double.BYTES);
        return values;
    }

    private int readListSize(int size) throws ProtocolException {
        int count = readCount(size);
        if (count > LONGEST_LIST) {
            throw new ProtocolException(
                    "a list of %d; %d are allowed".formatted(count, LONGEST_LIST));
        }
        return count;
    }

    /// A count of things of which each takes at least `size` bytes of what remains.
    private int readCount(int size) throws ProtocolException {
        int count = readInt();
        if (count < 0 || (long) count * size > frame.remaining()) {
            throw new ProtocolException(
                    "%d things announced in %d bytes".formatted(count, frame.remaining()));
        }
        return count;
    }

    private int readByte() throws ProtocolException {
        need(1);
        return frame.get();
    }

    private int readInt() throws ProtocolException {
        need(Integer.BYTES);
        return frame.getInt();
    }

    private long readLong() throws ProtocolException {
        need(Long.BYTES);
        return frame.getLong();
    }

    private void need(int bytes) throws ProtocolException {
        if (frame.remaining() < bytes) {
            throw new ProtocolException("the frame ends within a message");
        }
    }
}
