// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Module;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a test file declares, and what it is told when it declares nonsense.
class TestFilesTest {
    private static final Guests GUESTS = new Guests();
    private static final Module RULE =
            new Module(
                    "kpi-dynamic.rule.js", Guests.file("id: \"kpi-dynamic\", every: \"1m\"", ""));

    @AfterAll
    static void end() {
        GUESTS.close();
    }

    @Test
    void theTestOfTheDesignIsData() throws JsonProcessingException {
        var test =
                declared(
                                """
                                t.series("svc.requests", { service: "pay", zone: "a" }, gen.wave("1d", 900, 200).noise(0.03).drop(0.4, "12:00", "30m"));
                                t.run("2026-03-02T00:00/36h");
                                t.expect.firstFire({ service: "pay" }).between("12:03", "12:05");
                                t.expect.alerts().toHaveLength(1);
                                """)
                        .path("tests")
                        .path(0);

        assertThat(test.path("rule").asText()).isEqualTo("kpi-dynamic");
        assertThat(test.path("line").asInt()).isEqualTo(3);
        assertThat(test.at("/series/0").toString())
                .isEqualTo(
                        "{\"metric\":\"svc.requests\",\"labels\":{\"service\":\"pay\",\"zone\":\"a\"},"
                                + "\"curve\":{\"kind\":\"drop\",\"of\":{\"kind\":\"noise\",\"of\":{\"kind\":\"wave\",\"period\":\"1d\","
                                + "\"mean\":900,\"amplitude\":200},\"share\":0.03,\"seed\":0},\"share\":0.4,\"at\":\"12:00\",\"for\":\"30m\"},"
                                + "\"every\":null,\"late\":null}");
        assertThat(test.at("/expect").toString())
                .isEqualTo(
                        "[{\"kind\":\"firstFire\",\"labels\":{\"service\":\"pay\"},\"line\":6,\"says\":{\"from\":\"12:03\",\"to\":\"12:05\"}},"
                                + "{\"kind\":\"alerts\",\"labels\":{},\"line\":7,\"says\":{\"atLeast\":1,\"atMost\":1}}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.serie('m', {}, gen.constant(1))|t has no member serie; did you mean series?|4",
                "t.series('m', {}, gen.constant(1).nois(1))|a curve has no member nois; did you mean noise?|4",
                "t.series('m', {}, 5)|series takes a curve such as gen.constant(1) third, not 5|4",
                "t.series('m', {}, gen.wave('1x', 1, 1))|wave takes a duration such as \"30m\" or \"1d\", not \"1x\"|4",
                "t.run('tomorrow')|run takes a start and a length, \"2026-03-02T00:00/36h\", not \"tomorrow\"|4",
                "t.expect.firstFire({a: 1})|expect.firstFire takes labels such as { service: \"pay\" }, not an object|4",
                "t.expect.firsFire()|expect has no member firsFire; did you mean firstFire?|4",
                "t.expect.firstFire().between('noon', '13:00')|expect.firstFire takes a time such as \"12:00\", \"1d 12:00\", \"90m\" after the start or \"2026-03-02T12:00\", not \"noon\"|4",
                "t.run('2026-03-02/1h'); t.expect.alerts()|expect.alerts(...) says nothing yet: add .toBe(...) or .toHaveLength(n)|3",
                "t.expect.noFire()|check \"c\" does not say when: call t.run(\"2026-03-02T00:00/36h\")|3",
                "t.run('2026-03-02/1h')|check \"c\" expects nothing: call t.expect...|3",
                "check(kpi, 'd', () => {})|a check stands within another|4",
            })
    void nonsenseIsToldAtItsLine(String body, String message, int line) {
        var problem = Guests.problem(read(body));

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.line()).isEqualTo(line);
    }

    @Test
    void aRuleCannotImportTheTests() {
        var problem =
                Guests.problem(
                        GUESTS.header(
                                "import { check } from \"sextant/testing\";\nexport default 1;"));

        assertThat(problem.message()).contains("\"sextant/testing\" cannot be imported");
    }

    @Test
    void aFileWithoutTestsSaysSo() {
        assertThat(Guests.problem(file("import \"sextant/testing\";")).message())
                .startsWith("the file has no check");
    }

    private static JsonNode declared(String body) throws JsonProcessingException {
        var read = read(body);
        assertThat(read).isInstanceOf(Message.HeaderRead.class);
        return new ObjectMapper().readTree(((Message.HeaderRead) read).headerJson());
    }

    private static Message.ToBackend read(String body) {
        return file(
                """
                import { check, gen } from "sextant/testing";
                import kpi from "./kpi-dynamic.rule.js";
                check(kpi, "c", t => {
                %s
                });
                """
                        .formatted(body));
    }

    private static Message.ToBackend file(String text) {
        return GUESTS.tests(new Message.Program("rule.test.js", text, List.of(RULE)));
    }
}
