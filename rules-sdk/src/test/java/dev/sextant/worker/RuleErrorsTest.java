// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Errors speak: what is wrong, where, and what was probably meant. Texts in errors.psv and headers.psv.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleErrorsTest {
    private final Guests guests = new Guests();

    @AfterAll
    void close() {
        guests.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/worker/errors.psv", delimiter = '|', quoteCharacter = '\u0001')
    void anErrorNamesItsLineAndTheNearMiss(String body, String message) {
        guests.answering(_ -> Guests.rows("a=1"));

        var problem = Guests.problem(guests.evaluate(body));

        assertThat(problem.message()).contains(message).doesNotContain("dev.sextant", "RuleError");
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isPositive();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/worker/headers.psv", delimiter = '|', quoteCharacter = '\u0001')
    void aHeaderIsRefusedAtItsPlace(String header, String message, int line) {
        var problem = Guests.problem(guests.header(Guests.file(header.replace("\\n", "\n"), "")));

        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isEqualTo(line);
    }

    @Test
    void allMistakesOfAHeaderAreToldAtOnce() {
        var outcome = guests.header(Guests.file("id: 7, fire: { fro: \"1s\" }", ""));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Message.HeaderRejected.class,
                        rejected -> assertThat(rejected.problems()).hasSize(3));
    }

    @Test
    void aSyntaxErrorHasItsLineAndColumn() {
        var problem =
                Guests.problem(guests.header("import { rule } from \"sextant\";\nlet a = ;\n"));

        assertThat(problem).isEqualTo(new Message.Problem("Expected an operand but found ;", 2, 9));
    }

    @Test
    void onlySextantCanBeImported() {
        var problem = Guests.problem(guests.header("let a = 1;\nimport fs from \"node:fs\";"));

        assertThat(problem.message()).contains("cannot be imported");
        assertThat(Guests.problem(guests.header("\nimport x from \"./secret.js\";")).message())
                .contains("secret.js");
    }

    @Test
    void aFileWithoutARuleIsRefused() {
        assertThat(Guests.problem(guests.header("export default 1;")).message())
                .contains("export default rule");
        assertThat(Guests.problem(guests.header("await 1; await 2;\nexport default 1;")).message())
                .isNotBlank();
    }

    @Test
    void aHeaderCannotReadDataAndItsEvaluationIsNotCalled() {
        var source = Guests.file(Guests.HEADER, "throw new Error(\"called\");");

        assertThat(guests.header(source)).isInstanceOf(Message.HeaderRead.class);
    }

    @Test
    void anErrorThrownByTheRuleItselfKeepsItsWords() {
        var problem = Guests.problem(guests.evaluate("throw new TypeError(\"my words\");"));

        assertThat(problem.message()).isEqualTo("TypeError: my words");
        assertThat(problem.line()).isEqualTo(4);
    }

    @Test
    void endlessRecursionIsAnErrorOfTheRule() {
        var problem = Guests.problem(guests.evaluate("const f = () => f() + 1; f();"));

        assertThat(problem.message()).containsIgnoringCase("stack");
    }

    @Test
    void aRefusalOfTheHostIsAnErrorAtItsCall() {
        guests.answering(_ -> new Message.Refusal("no metric m; did you mean n?"));

        var problem =
                Guests.problem(guests.evaluate("\nreturn data.metric(\"m\").last(\"5m\").rows();"));

        assertThat(problem.message()).isEqualTo("no metric m; did you mean n?");
        assertThat(problem.line()).isEqualTo(5);
    }
}
