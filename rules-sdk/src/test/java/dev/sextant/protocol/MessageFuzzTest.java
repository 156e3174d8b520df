// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.sextant.protocol.Message.LogLine;
import dev.sextant.protocol.Message.Problem;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames with every kind of damage, from fixed seeds: what is received is a message or an error of the protocol, and
/// costs no more memory than its bytes deserve, whatever they claim.
class MessageFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final int LONGEST_FRAME = 64 * 1024;

    /// What reading may allocate for a frame, and for each byte that was really there.
    private static final long BYTES_PER_FRAME = 2L * LONGEST_FRAME + 16_384;

    private static final long BYTES_PER_BYTE = 64;

    private static final List<Message> MESSAGES =
            List.of(
                    new Message.Evaluate(
                            new Message.Program(
                                    "rule.js",
                                    "let a = 1;",
                                    List.of(
                                            new Message.Module(
                                                    "shared/a.js", "export const b = 2;"))),
                            1_000,
                            "{\"a\":1}",
                            "{}",
                            new Message.Bounds(1, 2, 3)),
                    new Message.ReadHeader(new Message.Program("rule.py", "x = 1", List.of())),
                    new Message.Cancel(),
                    new Message.Rows("{\"series\":[]}", new double[] {1, 2, Double.NaN}),
                    new Message.Count(7),
                    new Message.Refusal("no"),
                    new Message.Hello(
                            Message.VERSION,
                            true,
                            "runtime",
                            List.of(new Message.Drop("network", null))),
                    new Message.HostCall(Message.Terminal.ROWS, "{\"op\":\"select\"}"),
                    new Message.Evaluated("{}", "{}", List.of(new LogLine("info", "中 text"))),
                    new Message.HeaderRead("{\"id\":\"a\"}"),
                    new Message.HeaderRejected(List.of(new Problem("wrong", 1, null))),
                    new Message.Failed(new Problem("failed", 3, 4), List.of()),
                    new Message.LimitPassed("wallTime", 2, 1, List.of(new LogLine("warn", ""))),
                    new Message.Cancelled(List.of()));

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedFramesAreMessagesOrErrorsOfTheProtocol(long seed) throws IOException {
        var random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = damaged(stream(random), random);
            refused += receiveAll(bytes) ? 0 : 1;
        }
        assertThat(refused).as("damage that was noticed").isBetween(ROUNDS / 4, ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void noiseIsRefused(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 4 && random.nextBoolean()) {
                ByteBuffer.wrap(bytes).putInt(0, bytes.length - 4);
            }
            receiveAll(bytes);
        }
    }

    /// True when all of it was messages.
    private boolean receiveAll(byte[] bytes) throws IOException {
        // The first error of a kind loads classes.
        boolean whole = receive(bytes) >= 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        int frames = Math.abs(receive(bytes));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated)
                .isLessThan((frames + 1) * BYTES_PER_FRAME + BYTES_PER_BYTE * bytes.length);
        return whole;
    }

    /// How many messages it was; negative, and one more, when the rest was none.
    private static int receive(byte[] bytes) throws IOException {
        int frames = 0;
        try (var channel = new MessageChannel(new Bytes(ByteBuffer.wrap(bytes)), LONGEST_FRAME)) {
            while (channel.receive() != null) {
                frames++;
            }
            return frames;
        } catch (ProtocolException | EOFException problem) {
            assertThat(problem).hasMessageNotContaining("java.");
            return -frames - 1;
        }
    }

    private static byte[] stream(Random random) {
        var bytes = new ByteArrayOutputStream();
        int count = 1 + random.nextInt(3);
        for (int index = 0; index < count; index++) {
            var message = MESSAGES.get(random.nextInt(MESSAGES.size()));
            bytes.writeBytes(MessageWriter.frameOf(message).array());
        }
        return bytes.toByteArray();
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var buffer = ByteBuffer.wrap(bytes.clone());
        int place = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> buffer.put(place, (byte) (bytes[place] ^ 1 << random.nextInt(8)));
            case 1 -> buffer.put(place, (byte) random.nextInt());
            case 2 -> lie(buffer, random, place);
            case 3 -> buffer.putInt(0, random.nextInt());
            case 4 -> {
                return java.util.Arrays.copyOf(bytes, place);
            }
            default -> {
                var longer = java.util.Arrays.copyOf(bytes, bytes.length + random.nextInt(9));
                return longer;
            }
        }
        return buffer.array();
    }

    /// A length or count in the middle that claims what is not there.
    private static void lie(ByteBuffer buffer, Random random, int place) {
        int[] claims = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 28, 65_537, 0};
        if (place + Integer.BYTES <= buffer.limit()) {
            buffer.putInt(place, claims[random.nextInt(claims.length)]);
        }
    }

    /// What a socket would deliver, in small pieces.
    private record Bytes(ByteBuffer bytes) implements ByteChannel {
        @Override
        public int read(ByteBuffer target) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(Math.min(bytes.remaining(), target.remaining()), 7);
            target.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException("nobody writes here");
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
