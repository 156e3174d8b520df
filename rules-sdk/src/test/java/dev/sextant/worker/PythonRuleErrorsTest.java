// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Errors of Python rules speak: what is wrong, where, and what was probably meant. Texts in python-*.psv.
class PythonRuleErrorsTest {
    private final PythonGuests guests = new PythonGuests();

    @ParameterizedTest
    @CsvFileSource(
            resources = "/worker/python-errors.psv",
            delimiter = '|',
            quoteCharacter = '\u0001')
    void anErrorNamesItsLineAndTheNearMiss(String body, String message) {
        guests.answering(_ -> Guests.rows("a=1"));

        var problem = Guests.problem(guests.evaluate(body));

        assertThat(problem.message())
                .contains(message)
                .doesNotContain("dev.sextant", "RuleError", "java.lang", "com.oracle");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isPositive();
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/worker/python-headers.psv",
            delimiter = '|',
            quoteCharacter = '\u0001')
    void aHeaderIsRefusedAtItsPlace(String header, String message, int line) {
        var source = PythonGuests.file(header.replace("\\n", "\n"), "pass");

        var problem = Guests.problem(guests.header(source));

        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/worker/python-parameters.psv",
            delimiter = '|',
            quoteCharacter = '\u0001')
    void aParameterIsRefusedWithItsReason(String parameter, String message) {
        var source =
                "from sextant import rule, P\n@rule(id=\"r\", every=\"1m\")\ndef evaluate(ctx, %s): pass"
                        .formatted(parameter);

        var problem = Guests.problem(guests.header(source));

        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isNotNull();
    }

    @Test
    void allMistakesOfAHeaderAreToldAtOnce() {
        var outcome =
                guests.header(
                        PythonGuests.file(
                                "id=7, every=\"1m\", fire=dict(fro=\"1s\"), x=1", "pass"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Message.HeaderRejected.class,
                        rejected -> assertThat(rejected.problems()).hasSize(3));
    }

    @Test
    void aSyntaxErrorHasItsLineAndColumn() {
        var problem = Guests.problem(guests.header("from sextant import rule\nlet a = 2\n"));

        assertThat(problem).isEqualTo(new Message.Problem("invalid syntax", 2, 5));
    }

    @Test
    void asyncFunctionsAreRefusedWithASentence() {
        var problem = Guests.problem(guests.evaluate("\nasync def wait(): pass"));

        assertThat(problem.message()).contains("wait must not be async");
        assertThat(problem.line()).isEqualTo(6);
        assertThat(Guests.problem(guests.header("await 1")).message()).contains("await");
    }

    @Test
    void aFileDeclaresOneRule() {
        assertThat(Guests.problem(guests.header("x = 1")).message()).contains("declares no rule");
        var twice = PythonGuests.file(PythonGuests.HEADER, "pass");
        assertThat(Guests.problem(guests.header(twice + twice)).message())
                .contains("declares 2 rules");
    }

    @Test
    void aHeaderCannotReadDataAndItsEvaluationIsNotCalled() {
        var source = PythonGuests.file(PythonGuests.HEADER, "raise ValueError(\"called\")");

        assertThat(guests.header(source)).isInstanceOf(Message.HeaderRead.class);
    }

    @Test
    void endlessRecursionIsAnErrorOfTheRule() {
        var problem = Guests.problem(guests.evaluate("f = lambda: f() + 1\nf()"));

        assertThat(problem.message()).containsIgnoringCase("recursion");
    }

    @Test
    void aRefusalOfTheHostIsAnErrorAtItsCall() {
        guests.answering(_ -> new Message.Refusal("no metric m; did you mean n?"));

        var problem =
                Guests.problem(guests.evaluate("\nreturn data.metric(\"m\").last(\"5m\").rows()"));

        assertThat(problem.message()).isEqualTo("no metric m; did you mean n?");
        assertThat(problem.line()).isEqualTo(6);
    }

    @Test
    void anErrorInAModuleOfTheTenantNamesItsLine() {
        var module = new Message.Module("shared/budget.py", "def budget(x):\n    return x / 0\n");
        var source =
                PythonGuests.file(
                        PythonGuests.HEADER, "from shared.budget import budget\nbudget(1)");

        var problem =
                Guests.problem(
                        guests.run(
                                new Message.Program("rule.py", source, List.of(module)),
                                "{}",
                                "{}"));

        assertThat(problem.message())
                .isEqualTo("ZeroDivisionError: division by zero (shared/budget.py, line 2)");
        assertThat(problem.line()).isEqualTo(6);
    }

    @Test
    void theMessageOfAnErrorIsOfTheRuleAndBounded() {
        assertThat(Guests.problem(guests.evaluate("raise ValueError(\"x\" * 100000)")).message())
                .hasSizeLessThan(3_000);
        var lying = "class E(Exception):\n    def __str__(self): raise ValueError(1)\nraise E()";
        assertThat(Guests.problem(guests.evaluate(lying)).message()).contains("cannot say");
    }
}
