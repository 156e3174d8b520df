// SPDX-License-Identifier: Apache-2.0
package dev.sextant.protocol;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Messages over a byte channel, each as a frame: length (4 bytes, big-endian, of what follows), kind (1 byte), fields.
/// One thread receives; any thread may send.
public final class MessageChannel implements Closeable {
    private static final int HEAD = 4;

    private final ByteChannel channel;
    private final int longestFrame;
    private final ReentrantLock sending = new ReentrantLock();

    /// @param longestFrame bytes that a received frame may have; a longer one is a [ProtocolException]
    public MessageChannel(ByteChannel channel, int longestFrame) {
        this.channel = channel;
        this.longestFrame = longestFrame;
    }

    public void send(Message message) throws IOException {
        var frame = MessageWriter.frameOf(message);
        sending.lock();
        try {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        } finally {
            sending.unlock();
        }
    }

    /// The next message, or null when the other side has closed the channel.
    ///
    /// @throws ProtocolException when the bytes are not a message
    public @Nullable Message receive() throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        if (!fill(head, true)) {
            return null;
        }
        int length = head.flip().getInt();
        if (length < 1 || length > longestFrame) {
            throw new ProtocolException(
                    "frame of %d bytes; 1 to %d are allowed".formatted(length, longestFrame));
        }
        var frame = ByteBuffer.allocate(length);
        fill(frame, false);
        return MessageReader.read(frame.flip());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private boolean fill(ByteBuffer buffer, boolean mayEnd) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (mayEnd && buffer.position() == 0) {
                    return false;
                }
                throw new EOFException("the channel ended within a frame");
            }
        }
        return true;
    }
}
