// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.hostile;

import dev.sextant.ingest.remotewrite.WriteRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Makes bodies of which none is right, the same ones each time.
final class HostileBodies {
    private static final int COUNT = 200;
    private static final int MOST_UNPACKED = 64 << 20;
    private static final int MOST_SENT = 16 << 20;

    private final Protocol protocol;
    private final long now;
    private final Random random;
    private final List<HostileBody> bodies = new ArrayList<>();

    private HostileBodies(Protocol protocol, long now) {
        this.protocol = protocol;
        this.now = now;
        this.random = new Random(protocol.ordinal());
    }

    static List<HostileBody> of(Protocol protocol, long now) {
        var made = new HostileBodies(protocol, now);
        made.addBombs();
        made.addWrongHeads();
        made.addFloods();
        int round = 0;
        while (made.bodies.size() < COUNT) {
            made.addRound(round++);
        }
        return made.bodies;
    }

    private void addRound(int round) {
        var packed = pack(protocol.right(now));
        add("cut packed", Arrays.copyOf(packed, random.nextInt(packed.length)));
        add("wrong type", pack(protocol.wrong(round, now)));
        add("garbage", garbage(packed.length + random.nextInt(64)));
        add("packed garbage", pack(rubbish(round)));
        add("lies about its size", lie(packed));
        if (protocol.isWrongWhenCut()) {
            var plain = protocol.right(now);
            add("cut", pack(Arrays.copyOf(plain, 1 + random.nextInt(plain.length - 2))));
        }
    }

    private void addBombs() {
        add("bomb", pack(new byte[MOST_UNPACKED + 1]));
        add("larger than a body may be", new byte[MOST_SENT + 1]);
    }

    private void addWrongHeads() {
        var right = pack(protocol.right(now));
        for (var type : List.of("application/xml", "image/png", "nonsense")) {
            bodies.add(new HostileBody("type " + type, type, protocol.packing, right));
        }
        for (var encoding : List.of("br", "zstd", "deflate")) {
            bodies.add(new HostileBody("encoding " + encoding, protocol.type, encoding, right));
        }
    }

    /// Small bodies that would be large in memory, or keep a reader busy.
    private void addFloods() {
        if (protocol.isProtobuf()) {
            return;
        }
        add("deep", pack("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        add("long", pack(("\"" + "9".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8)));
        add(
                "empty lines and a fault",
                pack(("\n".repeat(100_000) + "{").getBytes(StandardCharsets.UTF_8)));
    }

    private void add(String what, byte[] bytes) {
        bodies.add(new HostileBody(what, protocol.type, protocol.packing, bytes));
    }

    /// Bytes that no packing begins with.
    private byte[] garbage(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 0, 6, (byte) -1);
        return bytes;
    }

    /// What no message and no text of a protocol begins with: a tag of a wire type that does not exist, no UTF-8.
    private byte[] rubbish(int round) {
        var bytes = garbage(20 + round);
        bytes[0] = (byte) 0xFE;
        return bytes;
    }

    /// Snappy begins with the size of what is packed and gzip ends with it.
    private byte[] lie(byte[] packed) {
        var lie = packed.clone();
        if (protocol.packing.equals("snappy")) {
            lie[0] += (byte) (1 + random.nextInt(20));
        } else {
            lie[lie.length - 4] += (byte) (1 + random.nextInt(200));
        }
        return lie;
    }

    private byte[] pack(byte[] plain) {
        return pack(protocol, plain);
    }

    static byte[] pack(Protocol protocol, byte[] plain) {
        if (protocol.packing.equals("snappy")) {
            return WriteRequests.packed(plain);
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
