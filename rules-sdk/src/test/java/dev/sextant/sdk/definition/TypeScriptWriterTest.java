// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TypeScriptWriterTest {
    private final String types = TypeScriptWriter.write(Definition.read());

    @Test
    void aCommentEndsWhereItShould() {
        assertThat(count("/\\*\\*\\R")).isGreaterThan(100).isEqualTo(count("\\*/"));
        assertThat(types).contains("such as \"*\\/10 * * * *\"");
    }

    @Test
    void aMethodThatMayBeLeftOutIsOptional() {
        assertThat(types)
                .contains("score?(values: number[]")
                .contains("forecast?(values: number[]");
        assertThat(types).contains("  metric(");
    }

    private long count(String expression) {
        return Pattern.compile(expression).matcher(types).results().count();
    }
}
