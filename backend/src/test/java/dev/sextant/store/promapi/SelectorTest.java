// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.promapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Matcher;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorTest {
    @Test
    void saysSelectionsInPromQl() {
        assertThat(
                        Selector.of(
                                "up",
                                List.of(
                                        new Matcher.In("host", Set.of("b", "a.b")),
                                        new Matcher.NotIn("zone", Set.of("x|y")),
                                        Matcher.Regex.of("pod", "web-\\d+"))))
                .isEqualTo(
                        "{__name__=\"up\",host=~\"a\\\\.b|b\",zone!~\"x\\\\|y\",pod=~\"(?s:web-\\\\d+)\"}");
    }

    @Test
    void nothingEscapesItsQuotes() {
        assertThat(Selector.of("a\"} or b{", List.of(new Matcher.In("l", Set.of("\"}\\\n")))))
                .isEqualTo("{__name__=\"a\\\"} or b{\",l=~\"\\\"\\\\}\\\\\\\\\\n\"}");
    }

    @Test
    void whatNoLabelIsCalledIsLeftOut() {
        assertThat(
                        Selector.of(
                                "up",
                                List.of(
                                        new Matcher.In("a\"}", Set.of("x")),
                                        new Matcher.In("__name__", Set.of("other")))))
                .isEqualTo("{__name__=\"up\"}");
    }
}
