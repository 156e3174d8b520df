// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Revenue in the manner of Adtributor's own example: one data centre fails, advertisers and pages all lose alike.
class AttributionTest {
    @Test
    void theLabelWhoseValuesChangedTheirSharesExplains() {
        var attributed =
                Attribution.rank(
                        List.of(
                                new Slice("centre", "x", 94, 47),
                                new Slice("centre", "y", 6, 3),
                                new Slice("page", "p1", 50, 24),
                                new Slice("page", "p2", 50, 26),
                                new Slice("advertiser", "a1", 50, 45),
                                new Slice("advertiser", "a2", 20, 4.5),
                                new Slice("advertiser", "a3", 20, 0.5),
                                new Slice("advertiser", "a4", 10, 0)));

        assertThat(attributed.getFirst().dimension()).isEqualTo("advertiser");
        assertThat(attributed.getFirst().power()).isGreaterThan(0.67);
        assertThat(attributed.getFirst().parts())
                .extracting(part -> part.slice().element())
                .contains("a3");
        assertThat(attributed.getFirst().explanation())
                .contains("of it lies in advertiser")
                .contains("a3 (0.5000 instead of 20.00)");
    }

    @Test
    void scaleDoesNotMatter() {
        var small = List.of(new Slice("zone", "a", 10, 30), new Slice("zone", "b", 10, 10));
        var large = List.of(new Slice("zone", "a", 1e6, 3e6), new Slice("zone", "b", 1e6, 1e6));

        assertThat(Attribution.rank(small).getFirst().power())
                .isEqualTo(Attribution.rank(large).getFirst().power())
                .isEqualTo(1);
    }

    @Test
    void nothingIsExplainedWhereNothingMoved() {
        assertThat(Attribution.rank(List.of())).isEmpty();
        assertThat(Attribution.rank(List.of(new Slice("zone", "a", 5, 5)))).isEmpty();
        assertThat(
                        Attribution.rank(
                                List.of(
                                        new Slice("zone", "a", Double.NaN, Double.NaN),
                                        new Slice("zone", "b", 1e308, -1e308),
                                        new Slice("zone", "c", 1e308, 0))))
                .allSatisfy(found -> assertThat(found.surprise()).isFinite());
    }
}
