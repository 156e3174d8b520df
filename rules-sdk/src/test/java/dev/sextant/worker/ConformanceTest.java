// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.sdk.definition.Definition;
import dev.sextant.sdk.definition.Definition.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every member of the definition, in both languages: the same plans are asked for, the same verdicts, state and log
/// come of it, the same header is read. Cases in conformance/bodies.psv and conformance/headers.psv: the members, then
/// the code per language.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private static final String HEAD =
            """
            {"series":[{"metric":"m","labels":{"host":"a","mount":"/"},"length":2,"sides":{
                "before":{"metric":"m","length":2},"5m":{"metric":"m","length":1},
                "1h":{"metric":"m","length":1},"e":{"metric":"m","length":1},
                "score":{"length":1},"tail":{"length":1},"expected":{"length":1},
                "lower":{"length":1},"upper":{"length":1},"fit":{"length":1},
                "earliest":{"length":1},"median":{"length":1},"latest":{"length":1}},
               "explain":"usual"},
              {"metric":"m","labels":{"host":"b","mount":"/"},"length":1}],
             "items":[{"id":"host:host=a","type":"host","name":"A","labels":{"host":"a"},
                "tags":["core"],"owners":["ada"],"entity":{"id":"host:host=a","type":"host",
                "name":"A","labels":{"host":"a"},"tags":[],"owners":[]},"time":60000,
                "kind":"deployment","text":"4.2","ruleId":"r","state":"firing",
                "severity":"critical","since":1,"firedAt":2,"resolvedAt":null}]}
            """;
    private static final double[] POINTS = {
        60_000,
        120_000,
        1.5,
        2.5,
        60_000,
        120_000,
        0.25,
        0.5,
        60_000,
        16,
        60_000,
        15,
        60_000,
        7,
        120_000,
        1.25,
        120_000,
        0.01,
        120_000,
        2,
        120_000,
        1,
        120_000,
        3,
        120_000,
        0.75,
        0,
        3_600_000,
        0,
        93_600_000,
        0,
        Double.POSITIVE_INFINITY,
        60_000,
        4
    };

    private final Guests javascript = new Guests();
    private final PythonGuests python = new PythonGuests();
    private final ObjectMapper json = new ObjectMapper();

    @AfterAll
    void close() {
        javascript.close();
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/conformance/bodies.psv",
            delimiter = '|',
            quoteCharacter = '\u0001')
    void bothLanguagesAskAndAnswerTheSame(String members, String script, String snake)
            throws JsonProcessingException {
        javascript.answering(_ -> new Message.Rows(HEAD, POINTS));
        python.answering(_ -> new Message.Rows(HEAD, POINTS));

        var expected = evaluated(javascript.evaluate(script));
        var actual = evaluated(python.evaluate(snake.replace("\\n", "\n")));

        assertThat(json.readTree(actual.resultJson()))
                .as(members)
                .isEqualTo(json.readTree(expected.resultJson()));
        assertThat(json.readTree(actual.stateJson()))
                .isEqualTo(json.readTree(expected.stateJson()));
        assertThat(actual.log()).isEqualTo(expected.log());
        assertThat(trees(python.plans())).isEqualTo(trees(javascript.plans()));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/conformance/headers.psv",
            delimiter = '|',
            quoteCharacter = '\u0001',
            nullValues = "none")
    void bothLanguagesHaveTheSameHeader(
            String members, String script, String snake, String parameters)
            throws JsonProcessingException {
        var file =
                """
                from sextant import rule, P
                @rule(%s)
                def evaluate(ctx, %s):
                    return None
                """
                        .formatted(snake, parameters == null ? "" : parameters);

        var expected = javascript.header(Guests.file(script, ""));
        var actual = python.header(file);

        assertThat(actual).isInstanceOf(Message.HeaderRead.class);
        assertThat(json.readTree(((Message.HeaderRead) actual).headerJson()))
                .as(members)
                .isEqualTo(json.readTree(((Message.HeaderRead) expected).headerJson()));
    }

    @Test
    void everyMemberHasACase() throws IOException {
        var covered = new ArrayList<>(OwnAlgorithmTest.COMPARED);
        for (var file : List.of("bodies.psv", "headers.psv")) {
            for (var line : lines(file)) {
                covered.addAll(List.of(line.split("\\|")[0].split(" ")));
            }
        }

        assertThat(covered).containsAll(defined());
    }

    @Test
    void aCaseUsesTheMembersThatItNames() throws IOException {
        for (var line : lines("bodies.psv")) {
            var parts = line.split("\\|", 3);
            for (var member : parts[0].split(" ")) {
                var name = member.substring(member.indexOf('.') + 1);
                assertThat(parts[1]).as(member).contains(name);
                assertThat(parts[2]).as(member).contains(snake(name));
            }
        }
    }

    private List<String> defined() {
        var definition = Definition.read();
        Predicate<Member> isThere = Member::isAvailable;
        var functions = definition.functions().stream().filter(isThere).map(Member::name);
        var members =
                definition.types().stream()
                        .flatMap(type ->
                                type.members().stream()
                                        .filter(isThere)
                                        .map(member -> type.name() + "." + member.name()));
        return Stream.concat(functions, members).toList();
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> lines(String file) throws IOException {
        try (var stream = ConformanceTest.class.getResourceAsStream("/conformance/" + file)) {
            assertThat(stream).isNotNull();
            var text = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList();
        }
    }

    private List<Object> trees(List<String> plans) throws JsonProcessingException {
        var read = new ArrayList<Object>();
        for (var plan : plans) {
            read.add(json.readTree(plan));
        }
        return read;
    }

    private static Message.Evaluated evaluated(Message.ToBackend outcome) {
        assertThat(outcome).isInstanceOf(Message.Evaluated.class);
        return (Message.Evaluated) outcome;
    }
}
