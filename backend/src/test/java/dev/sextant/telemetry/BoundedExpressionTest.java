// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What tenants write and the backend has to read: expressions and durations that would cost it memory or its stack.
class BoundedExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eth.*",
                "\\d{1,3}(\\.\\d{1,3}){3}",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "(?s:.*)(?:web|db)-\\d+(?s:.*)"
            })
    void whatPeopleWriteIsCompiled(String expression) {
        assertThat(BoundedExpression.compile(expression).pattern()).isEqualTo(expression);
    }

    static Stream<String> bombs() {
        return Stream.of(
                "((a{1000}){1000}){1000}",
                "(a{1000,}){1000}{0,1000}",
                "(((((((((x{9}){9}){9}){9}){9}){9}){9}){9}){9})",
                "(a{1000}b{1000}){9}",
                "(".repeat(1_000) + "a" + ")".repeat(1_000),
                "a".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatWouldFillTheMemoryIsRefused(String expression) {
        assertThatThrownBy(() -> BoundedExpression.compile(expression))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDurationOfManyPartsIsRefusedBeforeItOverflowsTheStack() {
        assertThatThrownBy(() -> Durations.parse("1s".repeat(50_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a duration");
    }
}
