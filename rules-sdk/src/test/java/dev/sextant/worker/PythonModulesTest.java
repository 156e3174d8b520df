// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Module;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a Python rule can import of its tenant's modules, and what it is told when it cannot.
class PythonModulesTest {
    private static final Module BUDGET =
            new Module(
                    "shared/budget.py",
                    "from other.numbers import two\ndef budget(x):\n    return x * two\n");
    private static final Module NUMBERS = new Module("other/numbers.py", "two = 2\n");

    private final PythonGuests guests = new PythonGuests();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from shared.budget import budget",
                "from shared import budget as module; budget = module.budget",
                "import shared.budget; budget = shared.budget.budget",
                "import shared.budget as module; budget = module.budget"
            })
    void aRuleImportsAModule(String statement) {
        var json =
                Guests.result(
                        run(
                                statement,
                                "return clear({\"host\": \"a\"}, value=budget(3))",
                                BUDGET,
                                NUMBERS));

        assertThat(json).contains("\"value\":6");
    }

    @Test
    void whatWasNotSavedCannotBeImported() {
        var problem = Guests.problem(run("from shared.none import x", "pass", BUDGET, NUMBERS));

        assertThat(problem.message()).startsWith("the module \"shared.none\" cannot be imported");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void aMistakeInAModuleIsToldWithItsPlaceThereAndInTheRule() {
        var broken = new Module("shared/budget.py", "def budget(x):\n    return nothing\n");
        var problem = Guests.problem(run("from shared.budget import budget", "budget(1)", broken));

        assertThat(problem.message())
                .isEqualTo("NameError: name 'nothing' is not defined (shared/budget.py, line 2)");
        assertThat(problem.line()).isEqualTo(6);
    }

    @Test
    void theHeaderNamesVersions() {
        var header =
                guests.header(
                        "from sextant import rule\n@rule(id=\"x\", every=\"1m\", modules={\"shared/budget\": 3})\ndef evaluate(ctx): pass\n");

        assertThat(((Message.HeaderRead) header).headerJson())
                .contains("\"modules\":{\"shared/budget\":3}");
        assertThat(
                        Guests.problem(
                                        guests.header(
                                                "from sextant import rule\n@rule(id=\"x\", every=\"1m\", modules={\"budget\": \"3\"})\ndef evaluate(ctx): pass\n"))
                                .message())
                .startsWith("modules names versions of modules");
    }

    private Message.ToBackend run(String statement, String body, Module... modules) {
        var file = PythonGuests.file(PythonGuests.HEADER, body);
        var lines = file.lines().toList();
        var text =
                lines.getFirst()
                        + "\n"
                        + statement
                        + "\n"
                        + String.join("\n", lines.subList(1, lines.size()))
                        + "\n";
        return guests.run(new Message.Program("rule.py", text, List.of(modules)), "{}", "{}");
    }
}
