// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Module;
import dev.sextant.protocol.Message.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a rule can import of its tenant's modules, and what it is told when it cannot.
class ModulesTest {
    private static final Guests GUESTS = new Guests();

    @AfterAll
    static void end() {
        GUESTS.close();
    }

    @Test
    void aRuleImportsAModule() {
        var json =
                evaluated(
                        "import { budget } from \"./shared/budget.js\";",
                        "return [clear({ host: \"a\" }, { value: budget(3) })];",
                        new Module("shared/budget.js", "export const budget = (x) => x * 2;"));

        assertThat(json).contains("\"value\":6");
    }

    @Test
    void aModuleImportsItsNeighboursAndTheSdk() {
        var json =
                evaluated(
                        "import { half } from \"./shared/budget.js\";",
                        "return [clear({ host: \"a\" }, { value: half(new Duration(\"1h\")) })];",
                        new Module(
                                "shared/budget.js",
                                "import { two } from \"../other/numbers.js\";\n"
                                        + "import { Duration } from \"sextant\";\n"
                                        + "export const half = (x) => x instanceof Duration ? x.minutes / two : -1;"),
                        new Module("other/numbers.js", "export const two = 2;"));

        assertThat(json).contains("\"value\":30");
    }

    @Test
    void theTreeEndsAtItsRoot() {
        var json =
                evaluated(
                        "import { x } from \"../../../shared/budget.js\";",
                        "return [clear({ host: \"a\" }, { value: x })];",
                        new Module("shared/budget.js", "export const x = 7;"));

        assertThat(json).contains("\"value\":7");
    }

    @Test
    void aModuleCannotTakeTheSdksPlace() {
        var json =
                evaluated(
                        "",
                        "return [clear({ host: \"a\" }, { value: 1 })];",
                        new Module("sextant", "export const rule = 1;"));

        assertThat(json).contains("\"value\":1");
    }

    @Test
    void whatWasNotSavedCannotBeImported() {
        var problem =
                Guests.problem(
                        run(
                                "import { x } from \"./shared/none.js\";",
                                "",
                                new Module("shared/budget.js", "export const x = 7;")));

        assertThat(problem.message())
                .startsWith("the module \"shared/none.js\" cannot be imported");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void aMistakeInAModuleIsToldWithItsPlaceThereAndInTheRule() {
        var thrown =
                Guests.problem(
                        run(
                                "import { x } from \"./shared/budget.js\";",
                                "x();",
                                new Module(
                                        "shared/budget.js",
                                        "export function x() {\n  return nothing.at.all;\n}")));
        var unparsable =
                Guests.problem(
                        run(
                                "import { x } from \"./shared/budget.js\";",
                                "x();",
                                new Module("shared/budget.js", "export const x = ;")));

        assertThat(thrown)
                .isEqualTo(
                        new Problem(
                                "ReferenceError: nothing is not defined (shared/budget.js, line 2)",
                                5,
                                1));
        assertThat(unparsable.message()).endsWith(" (shared/budget.js, line 1)");
        assertThat(unparsable.line()).isEqualTo(2);
    }

    private static String evaluated(String imports, String body, Module... modules) {
        return Guests.result(run(imports, body, modules));
    }

    private static Message.ToBackend run(String imports, String body, Module... modules) {
        var file = Guests.file("id: \"x\", every: \"1m\"", body);
        var lines = file.lines().toList();
        var text =
                lines.getFirst()
                        + "\n"
                        + imports
                        + "\n"
                        + String.join("\n", lines.subList(1, lines.size()));
        return GUESTS.evaluate(new Message.Program("rule.js", text, List.of(modules)));
    }
}
