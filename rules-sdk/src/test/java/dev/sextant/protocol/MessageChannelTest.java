// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.protocol.Message.LogLine;
import dev.sextant.protocol.Message.Problem;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every message survives the wire; nothing else does.
class MessageChannelTest {
    private static final int LONGEST = 1 << 20;
    private static final List<LogLine> LOG = List.of(new LogLine("info", "值 1"));

    static Stream<Message> messages() {
        return Stream.of(
                new Message.Evaluate(
                        new Message.Program("a.js", "1", List.of()),
                        5,
                        "{}",
                        "{}",
                        new Message.Bounds(1, 2, 3)),
                new Message.ReadHeader(new Message.Program("a.js", "", List.of())),
                new Message.Cancel(),
                new Message.Count(12),
                new Message.Refusal("no"),
                new Message.Hello(
                        1,
                        true,
                        "GraalVM CE",
                        List.of(
                                new Message.Drop("user", "only root can change it"),
                                new Message.Drop(Message.Drop.SYSTEM_CALLS, null))),
                new Message.HostCall(Message.Terminal.COUNT, "{}"),
                new Message.Evaluated("{}", "{}", LOG),
                new Message.HeaderRead("{}"),
                new Message.HeaderRejected(List.of(new Problem("p", 1, 2))),
                new Message.Failed(new Problem("p", null, null), LOG),
                new Message.LimitPassed("memory", 9, 8, LOG),
                new Message.Cancelled(List.of()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageArrivesAsItWasSent(Message message) throws IOException {
        assertThat(received(MessageWriter.frameOf(message).array())).isEqualTo(message);
    }

    @Test
    void pointsArriveBitForBit() throws IOException {
        var sent = new double[] {1, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 1e-300};
        var frame = MessageWriter.frameOf(new Message.Rows("{}", sent)).array();

        assertThat(received(frame))
                .isInstanceOfSatisfying(
                        Message.Rows.class, rows -> assertThat(rows.points()).isEqualTo(sent));
    }

    @Test
    void theEndOfTheChannelIsNoMessage() throws IOException {
        assertThat(received(new byte[0])).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, LONGEST + 1, Integer.MAX_VALUE})
    void aFrameOfUnreasonableLengthIsRefusedBeforeItIsRead(int length) {
        var head = ByteBuffer.allocate(4).putInt(length).array();

        assertThatThrownBy(() -> received(head)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aTextThatClaimsMoreBytesThanItsFrameHasIsRefused() {
        var frame = ByteBuffer.allocate(9).putInt(5).put((byte) 6).putInt(1_000_000_000).array();

        assertThatThrownBy(() -> received(frame)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aDamagedFrameIsAMessageOrARefusalAndNothingElse(Message message) throws IOException {
        var random = new Random(42);
        var frame = MessageWriter.frameOf(message).array();
        for (int round = 0; round < 3_000; round++) {
            var damaged = frame.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertBounded(damaged);
        }
    }

    @Test
    void noiseIsRefused() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            var noise = new byte[random.nextInt(4, 64)];
            random.nextBytes(noise);
            ByteBuffer.wrap(noise).putInt(0, noise.length - 4);
            assertBounded(noise);
        }
    }

    private static void assertBounded(byte[] bytes) throws IOException {
        try {
            assertThat(received(bytes)).isNotNull();
        } catch (ProtocolException | EOFException problem) {
            assertThat(problem).hasMessageNotContaining("dev.sextant");
        }
    }

    private static @Nullable Message received(byte[] bytes) throws IOException {
        try (var channel = new MessageChannel(new Incoming(bytes), LONGEST)) {
            return channel.receive();
        }
    }

    /// A channel that only delivers, in small pieces.
    private static final class Incoming implements ByteChannel {
        private final ReadableByteChannel bytes;

        Incoming(byte[] bytes) {
            this.bytes = Channels.newChannel(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int limit = target.limit();
            target.limit(Math.min(limit, target.position() + 7));
            try {
                return bytes.read(target);
            } finally {
                target.limit(limit);
            }
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException("nobody answers here");
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
