// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.SeriesReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SourcedSeriesTest {
    /// What it left to the interface would be answered by the interface, in place of the store.
    @Test
    void everyQuestionIsPassedOn() {
        assertThat(SeriesReader.class.getMethods())
                .filteredOn(Method::isDefault)
                .filteredOn(method -> !isShortForm(method))
                .hasSizeGreaterThan(4)
                .allMatch(SourcedSeriesTest::isDeclared);
    }

    /// The same question with an argument more is asked of the store.
    private static boolean isShortForm(Method method) {
        return Arrays.stream(SeriesReader.class.getMethods())
                .anyMatch(other ->
                        other.getName().equals(method.getName())
                                && other.getParameterCount() > method.getParameterCount());
    }

    private static boolean isDeclared(Method method) {
        return Arrays.stream(SourcedSeries.class.getDeclaredMethods())
                .filter(own -> own.getName().equals(method.getName()))
                .anyMatch(
                        own -> Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}
