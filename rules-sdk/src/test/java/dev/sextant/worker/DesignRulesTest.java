// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.protocol.Message;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four rules by which the language was designed, as they stand there: their headers are read, and what their host
/// lacks yet is said at the line that asks for it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignRulesTest {
    private final Guests javascript = new Guests();
    private final PythonGuests python = new PythonGuests();
    private final ObjectMapper json = new ObjectMapper();

    @AfterAll
    void close() {
        javascript.close();
    }

    @ParameterizedTest
    @CsvSource({
        "kpi-dynamic.rule.js, algo.expected is not available yet, 13",
        "kpi_dynamic.rule.py, algo.expected is not available yet, 10",
        "disk_full.rule.py, algo.forecast is not available yet, 8"
    })
    void whatTheHostLacksIsSaidAtItsLine(String file, String message, int line) throws IOException {
        var problem = Guests.problem(run(file));

        assertThat(problem.message()).contains(message);
        assertThat(problem.line()).isEqualTo(line);
    }

    @Test
    void bothLanguagesGiveTheSameHeader() throws IOException {
        var script = (ObjectNode) header("kpi-dynamic.rule.js");
        var snake = (ObjectNode) header("kpi_dynamic.rule.py");

        assertThat(script.remove("title").path("zh").asText()).isEqualTo("指标偏离常态");
        assertThat(snake.remove("title").path("en").asText()).isEqualTo("kpi-dynamic");
        assertThat(snake).isEqualTo(script);
        assertThat(script.path("fire").path("flap").path("over").asInt()).isEqualTo(20);
    }

    @Test
    void theOtherHeadersAreRead() throws IOException {
        assertThat(header("availability.rule.js").path("params").path(1).path("tag").asText())
                .isEqualTo("tier");
        assertThat(header("disk_full.rule.py").path("cron").asText()).isEqualTo("*/10 * * * *");
    }

    private JsonNode header(String file) throws IOException {
        var text = text(file);
        var outcome = file.endsWith(".py") ? python.header(text) : javascript.header(text);
        assertThat(outcome).isInstanceOf(Message.HeaderRead.class);
        return tree(((Message.HeaderRead) outcome).headerJson());
    }

    private Message.ToBackend run(String file) throws IOException {
        var text = text(file);
        return file.endsWith(".py")
                ? python.run(text, "{}", "{}")
                : javascript.run(text, "{}", "{}");
    }

    private JsonNode tree(String text) throws JsonProcessingException {
        return json.readTree(text);
    }

    private static String text(String file) throws IOException {
        try (var stream = DesignRulesTest.class.getResourceAsStream("/rules/" + file)) {
            assertThat(stream).as(file).isNotNull();
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
