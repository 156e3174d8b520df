// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import dev.sextant.sdk.definition.Definition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a test of a rule meets in `sextant/testing` is what the definition says, in both languages.
class TestingDefinitionTest {
    private static final JavaScriptLanguage JAVASCRIPT = new JavaScriptLanguage();
    private static final PythonGuests PYTHON = new PythonGuests();

    private final Definition definition = Definition.readTesting();

    @ParameterizedTest
    @CsvSource({
        "Curve, gen.constant(1)",
        "Generators, gen",
        "Test, t",
        "Expect, expect",
        "MomentExpectation, t.expect.firstResolve()",
        "CountExpectation, t.expect.alerts()",
        "StatesExpectation, 't.expect.states({ a: \"b\" }, \"00:00\", \"01:00\")'",
        "VerdictExpectation, 't.expect.verdicts({ a: \"b\" }, \"00:00\")'",
        "SeverityExpectation, t.expect.severity()"
    })
    void everyMemberIsThereAndNoOther(String type, String expression) {
        var members =
                definition.types().stream()
                        .filter(known -> known.name().equals(type))
                        .findFirst()
                        .orElseThrow()
                        .members()
                        .stream()
                        .map(Definition.Member::name)
                        .toList();

        assertThat(inJavaScript(expression))
                .as("JavaScript")
                .containsExactlyInAnyOrderElementsOf(members);
        assertThat(inPython(snake(expression).replace("{ a:", "{ \"a\":")))
                .as("Python")
                .containsExactlyInAnyOrderElementsOf(
                        members.stream().map(TestingDefinitionTest::snake).toList());
    }

    @Test
    void theStubIsPython() throws java.io.IOException {
        try (var stream =
                Definition.class.getResourceAsStream(
                        "/META-INF/resources/sdk/sextant-testing.pyi")) {
            var stub = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            // Run as a rule it fails at what it imports, so it was parsed as a whole.
            assertThat(Guests.problem(PYTHON.header(stub)).message())
                    .contains("Labels")
                    .doesNotContain("syntax");
            assertThat(stub)
                    .contains(
                            "def check(rule: Rule, name: str) -> Callable[[Callable[[Test], None]], None]:");
        }
    }

    private static List<String> inJavaScript(String expression) {
        var source =
                """
                import { check, gen, expect } from "sextant/testing";
                import rule from "./r.rule.js";
                check(rule, "c", t => {
                  const x = %s;
                  const own = Object.keys(x);
                  const names = own.length > 0 ? own : Object.getOwnPropertyNames(Object.getPrototypeOf(x));
                  throw new Error(names.filter(name => !["constructor", "toJSON"].includes(name)).join(" "));
                });
                """
                        .formatted(expression);
        var rule =
                new Message.Module(
                        "r.rule.js",
                        """
                        import { rule } from "sextant";
                        export default rule({ id: "r", every: "1m", needs: [], evaluate() { return []; } });
                        """);
        var program = new Message.Program("rule.test.js", source, List.of(rule));
        return words(JAVASCRIPT.open().readTests(new Message.ReadTests(program)));
    }

    private static List<String> inPython(String expression) {
        var source =
                """
                from sextant.testing import check, gen, expect
                from r import evaluate
                @check(evaluate, "c")
                def c(t):
                    names = [n for n in dir(%s) if not n.startswith("_") and n != "to_json"]
                    raise ValueError(" ".join(names))
                """
                        .formatted(expression);
        var rule =
                new Message.Module(
                        "r.py",
                        """
                        from sextant import rule
                        @rule(id="r", every="1m", needs=[])
                        def evaluate(ctx):
                            return []
                        """);
        return words(PYTHON.tests(new Message.Program("rule.test.py", source, List.of(rule))));
    }

    private static List<String> words(Message.ToBackend answer) {
        var message = Guests.problem(answer).message();
        return Arrays.asList(message.replaceFirst("^\\w*Error: ", "").split(" "));
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
