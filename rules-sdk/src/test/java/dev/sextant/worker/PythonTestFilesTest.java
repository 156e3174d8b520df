// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Module;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Test files in Python: the same data as from JavaScript, and what is said of nonsense.
class PythonTestFilesTest {
    private static final Guests JAVASCRIPT = new Guests();
    private static final Module RULE_JS =
            new Module("kpi.rule.js", Guests.file("id: \"kpi\", every: \"1m\"", ""));
    private static final Module RULE_PY =
            new Module(
                    "kpi.py",
                    "from sextant import rule\n@rule(id=\"kpi\", every=\"1m\")\ndef evaluate(ctx): return []\n");

    private static final String JAVASCRIPT_TEST =
            """
            t.series("m", { a: "1" }, gen.wave("1d", 900, 200).noise(0.03, { seed: 7 }).drop(0.4, "12:00", "30m"), { every: "30s", late: "1m" });
            t.series("n", {}, gen.counter(2).reset("1d 12:00").plus(gen.ramp(1, 2, "1h", "2h")).plus(3).times(2).clamp(0, 9));
            t.series("o", {}, gen.step(1, 2, "90m").spike(3, "01:00", "1h").shift(1, "2h").shift(1, "2h", "1h").gap("3h", "1h").starts("1h").ends("2026-03-02T12:00"));
            t.series("p", {}, gen.values([1, null, 2.5], "1m").counter());
            t.params({ border: 2 });
            t.history("3d");
            t.run("2026-03-02T00:00/36h");
            t.expect.firstFire({ a: "1" }).between("12:03", "12:05");
            t.expect.firstResolve().never();
            t.expect.firstFire().at("12:00"); t.expect.firstFire().after("12:00"); t.expect.firstFire().before("12:00");
            t.expect.alerts().toHaveLength(1); t.expect.alerts({ a: "1" }).atLeast(1); t.expect.alerts().atMost(2);
            t.expect.noFire({ a: "2" });
            t.expect.states({ a: "1" }, "12:00", "12:03").toBe(". P P F");
            t.expect.verdicts({ a: "1" }, "12:00").toBe("fire");
            t.expect.severity().toBe("critical");
            t.expect.failure("boom");
            """;

    private static final String PYTHON_TEST =
            """
                t.series("m", {"a": "1"}, gen.wave("1d", 900, 200).noise(0.03, seed=7).drop(0.4, "12:00", "30m"), every="30s", late="1m")
                t.series("n", {}, gen.counter(2).reset("1d 12:00").plus(gen.ramp(1, 2, "1h", "2h")).plus(3).times(2).clamp(0, 9))
                t.series("o", {}, gen.step(1, 2, "90m").spike(3, "01:00", "1h").shift(1, "2h").shift(1, "2h", "1h").gap("3h", "1h").starts("1h").ends("2026-03-02T12:00"))
                t.series("p", {}, gen.values([1, None, 2.5], "1m").counter())
                t.params(border=2)
                t.history("3d")
                t.run("2026-03-02T00:00/36h")
                t.expect.first_fire(a="1").between("12:03", "12:05")
                t.expect.first_resolve().never()
                t.expect.first_fire().at("12:00"); t.expect.first_fire().after("12:00"); t.expect.first_fire().before("12:00")
                t.expect.alerts().to_have_length(1); t.expect.alerts({"a": "1"}).at_least(1); t.expect.alerts().at_most(2)
                t.expect.no_fire(a="2")
                t.expect.states({"a": "1"}, "12:00", "12:03").to_be(". P P F")
                t.expect.verdicts({"a": "1"}, "12:00").to_be("fire")
                t.expect.severity().to_be("critical")
                t.expect.failure("boom")
            """;

    private final PythonGuests python = new PythonGuests();

    @AfterAll
    static void end() {
        JAVASCRIPT.close();
    }

    @Test
    void bothLanguagesDeclareTheSame() throws JsonProcessingException {
        var first = withoutLines(JAVASCRIPT.tests(javascript(JAVASCRIPT_TEST)));
        var second = withoutLines(python.tests(inPython(PYTHON_TEST)));

        assertThat(first.at("/tests/0/expect")).hasSize(13);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void linesAreThoseOfTheTestFile() throws JsonProcessingException {
        var test =
                declared(
                        python.tests(
                                inPython("    t.run('2026-03-02/1h')\n    t.expect.no_fire()\n")));

        assertThat(test.at("/tests/0/line").asInt()).isEqualTo(3);
        assertThat(test.at("/tests/0/expect/0/line").asInt()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.serie('m', {}, gen.constant(1))|t has no member serie; did you mean series?|5",
                "t.series('m', {}, gen.constant(1).nois(1))|a curve has no member nois; did you mean noise?|5",
                "t.series('m', {}, 5)|series takes a curve such as gen.constant(1) third, not 5|5",
                "t.run('tomorrow')|run takes a start and a length, \"2026-03-02T00:00/36h\", not \"tomorrow\"|5",
                "t.expect.first_fire(a=1)|expect.first_fire takes labels such as {\"service\": \"pay\"}, not None|5",
                "t.expect.firs_fire()|expect has no member firs_fire; did you mean first_fire?|5",
                "t.expect.first_fire().between('noon', '13:00')|expect.first_fire takes a time such as \"12:00\", \"1d 12:00\", \"90m\" after the start or \"2026-03-02T12:00\", not \"noon\"|5",
                "t.run('2026-03-02/1h'); t.expect.alerts()|line 5: the expectation says nothing yet: add .to_be(...) or .to_have_length(n)|3",
                "t.expect.no_fire()|check \"c\" does not say when: call t.run(\"2026-03-02T00:00/36h\")|3",
                "t.run('2026-03-02/1h')|check \"c\" expects nothing: call t.expect...|3",
            })
    void nonsenseIsToldAtItsLine(String body, String message, int line) {
        var problem = Guests.problem(python.tests(inPython("    " + body + "\n")));

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.line()).isEqualTo(line);
    }

    @Test
    void aRuleCannotImportTheTests() {
        var problem = Guests.problem(python.header("from sextant.testing import check\n"));

        assertThat(problem.message()).contains("\"sextant.testing\" cannot be imported");
    }

    private static Message.Program javascript(String body) {
        return new Message.Program(
                "rule.test.js",
                "import { check, gen } from \"sextant/testing\";\nimport kpi from \"./kpi.rule.js\";\ncheck(kpi, \"c\", t => {\n%s\n});\n"
                        .formatted(body),
                List.of(RULE_JS));
    }

    private static Message.Program inPython(String body) {
        return new Message.Program(
                "rule.test.py",
                "from sextant.testing import check, gen, expect\nfrom kpi import evaluate\n@check(evaluate, \"c\")\ndef c(t):\n%s\n"
                        .formatted(body),
                List.of(RULE_PY));
    }

    private static JsonNode withoutLines(Message.ToBackend read) throws JsonProcessingException {
        var declared = declared(read);
        declared.findParents("line").forEach(parent -> ((ObjectNode) parent).remove("line"));
        return declared;
    }

    private static JsonNode declared(Message.ToBackend read) throws JsonProcessingException {
        assertThat(read).isInstanceOf(Message.HeaderRead.class);
        return new ObjectMapper().readTree(((Message.HeaderRead) read).headerJson());
    }
}
