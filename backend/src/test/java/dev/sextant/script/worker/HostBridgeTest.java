// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Terminal;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.HostCalls;
import dev.sextant.script.ScriptLimits;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls by name, as the bytes of a worker ask for them.
class HostBridgeTest {
    private static final int MOST_RECORDS = 10;
    private static final int ONE_MEGABYTE = 1_048_576;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void recordsCrossAsTheyAre() {
        assertThat(ask(1, "a", "{\"call\": \"things\"}"))
                .isEqualTo("{\"items\":[{\"things\":\"a\"}]}");
    }

    @Test
    void moreRecordsThanRowsAreRefused() {
        assertThat(ask(MOST_RECORDS, "a", "{\"call\": \"things\"}")).startsWith("{\"items\"");
        assertThat(ask(MOST_RECORDS + 1, "a", "{\"call\": \"things\"}"))
                .isEqualTo("the answer has 11 records; a rule may iterate over 10: ask for fewer");
    }

    @Test
    void largeRecordsAreRefused() {
        assertThat(ask(5, "a".repeat(ONE_MEGABYTE), "{\"call\": \"things\"}"))
                .startsWith("the records of an answer have at most 4,194,304 characters as JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "null", "1", "{\"call\": {}}", "{\"call\": \"\"}"})
    void whatIsNoCallIsRefused(String call) {
        assertThat(
                        new HostBridge(_ -> new HostAnswer.Refused("no", "no"), json, tally())
                                .answer(new Message.HostCall(Terminal.RECORDS, call)))
                .isInstanceOf(Message.Refusal.class);
    }

    private static Tally tally() {
        var standard = ScriptLimits.standard();
        return new Tally(
                new ScriptLimits(standard.times(), 10, MOST_RECORDS, 1_000, 1_000),
                new Tally.Fixed(0, 0));
    }

    private String ask(int records, String value, String call) {
        var bridge = new HostBridge(new Things(records, value), json, tally());
        return switch (bridge.answer(new Message.HostCall(Terminal.RECORDS, call))) {
            case Message.Rows rows -> rows.headJson();
            case Message.Refusal refusal -> refusal.text();
            case Message.ToWorker other -> other.toString();
        };
    }

    private record Things(int records, String value) implements HostCalls {
        @Override
        public HostAnswer select(JsonNode plan) {
            return new HostAnswer.Refused("no-series", "there are no series here");
        }

        @Override
        public HostAnswer ask(String name, JsonNode arguments) {
            JsonNode item = new ObjectMapper().createObjectNode().put(name, value);
            return new HostAnswer.Records(IntStream.range(0, records).mapToObj(_ -> item).toList());
        }
    }
}
