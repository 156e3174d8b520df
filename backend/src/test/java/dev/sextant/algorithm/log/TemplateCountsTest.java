// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.algorithm.log.TemplateCounts.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateCountsTest {
    @Test
    void linesOfATemplateAreCountedPerStep() {
        var found =
                TemplateCounts.of(
                        List.of(
                                new Line(1, "disk sda1 is full"),
                                new Line(60_000, "user 17 signed in"),
                                new Line(60_001, "user 4 signed in"),
                                new Line(120_000, "user 8 signed in")),
                        60_000);

        assertThat(found)
                .extracting(TemplateCounts::text)
                .containsExactly("user <*> signed in", "disk <*> is full");
        assertThat(found.getFirst().counts()).isEqualTo(Map.of(60_000L, 1L, 120_000L, 2L));
        assertThat(found.getFirst().lines()).isEqualTo(3);
    }
}
