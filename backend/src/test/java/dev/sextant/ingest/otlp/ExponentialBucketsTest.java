// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.otlp.ExponentialBuckets.Bound;
import dev.sextant.ingest.remotewrite.WriteRequests.Part;
import dev.sextant.ingest.wire.Message;
import dev.sextant.telemetry.Labels;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExponentialBucketsTest {
    @Test
    void boundsArePowersOfTwo() throws IOException {
        assertThat(bounds(0, buckets(8, -1, 2, 3, 4)))
                .containsExactly(
                        new Bound(0.5, 0), new Bound(1, 2), new Bound(2, 5), new Bound(4, 9));
    }

    @Test
    void finerBucketsAreMergedSoThatBoundsStayTheSame() throws IOException {
        assertThat(bounds(4, buckets(8, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .containsExactly(
                        new Bound(1, 0),
                        new Bound(StrictMath.pow(2, 0.25), 4),
                        new Bound(StrictMath.pow(2, 0.5), 8),
                        new Bound(StrictMath.pow(2, 0.75), 9));
        assertThat(bounds(3, buckets(8, -3, 1, 1, 1)))
                .containsExactly(
                        new Bound(StrictMath.pow(2, 0.5) / 2, 0),
                        new Bound(StrictMath.pow(2, 0.75) / 2, 1),
                        new Bound(1, 3));
    }

    @Test
    void negativeValuesAndZeroComeFirst() throws IOException {
        assertThat(
                        bounds(
                                0,
                                buckets(9, 0, 1, 2),
                                out -> out.writeFixed64(7, 5),
                                out -> out.writeDouble(14, 0.25),
                                buckets(8, 0, 3)))
                .containsExactly(
                        new Bound(-2, 2),
                        new Bound(-1, 3),
                        new Bound(0.25, 8),
                        new Bound(1, 8),
                        new Bound(2, 11));
    }

    @Test
    void manyBucketsBecomeFewer() throws IOException {
        var counts = new long[2_000];
        Arrays.fill(counts, 1);
        var found = bounds(2, buckets(8, -1_000, counts));

        assertThat(found).hasSizeBetween(80, 161);
        assertThat(found.getLast().count()).isEqualTo(2_000);
    }

    @Test
    void farOutNothingBreaks() throws IOException {
        for (int scale : new int[] {Integer.MIN_VALUE, -30, 0, 20, Integer.MAX_VALUE}) {
            for (int offset : new int[] {Integer.MIN_VALUE, -5, Integer.MAX_VALUE - 1}) {
                var found = bounds(scale, buckets(8, offset, 1, 1, 1), buckets(9, offset, 1, 1));
                assertThat(found)
                        .allSatisfy(each -> assertThat(each.bound()).isFinite())
                        .isSortedAccordingTo(
                                (one, other) -> Double.compare(one.bound(), other.bound()));
            }
        }
    }

    private static List<Bound> bounds(int scale, Part... parts) throws IOException {
        var all = new Part[parts.length + 1];
        all[0] = out -> out.writeSInt32(6, scale);
        System.arraycopy(parts, 0, all, 1, parts.length);
        return ExponentialBuckets.of(Point.exponential(Message.whole(message(all)), Labels.none()));
    }

    private static Part buckets(int field, int offset, long... counts) {
        return nested(
                field,
                out -> out.writeSInt32(1, offset),
                nested(
                        2,
                        out -> {
                            for (long count : counts) {
                                out.writeUInt64NoTag(count);
                            }
                        }));
    }
}
