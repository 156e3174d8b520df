// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every kind of mistake has its sentence at its place (diagnostics.psv: file | sentence | line | column), when the file
/// is saved or else when it runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnosticsTest {
    private final Guests guests = new Guests();

    @AfterAll
    void close() {
        guests.close();
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/worker/diagnostics.psv",
            delimiter = '|',
            quoteCharacter = '\u0001')
    void aMistakeIsToldAtItsPlace(String file, String sentence, int line, int column) {
        var source = file.replace("\\n", "\n");
        var saved = guests.header(source);
        var outcome = saved instanceof Message.HeaderRead ? guests.run(source, "{}", "{}") : saved;

        var problem = Guests.problem(outcome);

        assertThat(problem.message()).contains(sentence);
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(line + ":" + column);
    }

    @Test
    void aTopLevelAwaitThatNeverEndsIsRefused() {
        var source =
                "import { rule } from \"sextant\";\nawait new Promise(() => {});\nexport default rule({ id: \"r\", every: \"1m\", evaluate() {} });";

        assertThat(Guests.problem(guests.header(source)).message())
                .isEqualTo(
                        "the file did not come to its end at once: rules have no top-level await");
    }
}
