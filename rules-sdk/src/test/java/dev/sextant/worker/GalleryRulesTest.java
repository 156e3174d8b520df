// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.protocol.Message;
import dev.sextant.sdk.gallery.Gallery;
import dev.sextant.sdk.gallery.GalleryRule;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the gallery run as they stand there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryRulesTest {
    private final Guests guests = new Guests();
    private final PythonGuests pythonGuests = new PythonGuests();
    private final ObjectMapper json = new ObjectMapper();

    static List<GalleryRule> rules() {
        return Gallery.list();
    }

    @AfterAll
    void close() {
        guests.close();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theIndexSaysWhatTheHeaderSays(GalleryRule rule) throws JsonProcessingException {
        var read = (Message.HeaderRead) header(rule);
        var header = json.readTree(read.headerJson());

        assertThat(header.path("id").asText()).isEqualTo(rule.id());
        assertThat(header.path("title")).isEqualTo(json.valueToTree(rule.title()));
        assertThat(header.path("description")).isEqualTo(json.valueToTree(rule.description()));
        assertThat(rule.title()).containsKeys("en", "zh");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void itFiresWithReasonsAndEvidenceAndClears(GalleryRule rule) throws JsonProcessingException {
        var bad = rule.id().equals("ingest-stopped") ? "a=0" : "a=99";
        var good = rule.id().equals("ingest-stopped") ? "b=50" : "b=0.01";
        guests.answering(_ -> Guests.rows(bad, good));
        pythonGuests.answering(_ -> Guests.rows(bad, good));

        var result = json.readTree(Guests.result(run(rule)));

        var fired = result.path("verdicts").path(0);
        assertThat(fired.path("kind").asText()).isEqualTo("fire");
        assertThat(fired.path("reason").fieldNames()).toIterable().containsExactly("en", "zh");
        assertThat(fired.path("charts")).isNotEmpty();
        assertThat(result.path("verdicts").path(1).path("kind").asText()).isEqualTo("clear");
        assertThat(result.path("judged").asBoolean()).isTrue();
        assertThat(result.path("charts").path(0).path("lines")).isNotEmpty();
    }

    private Message.ToBackend header(GalleryRule rule) {
        return isPython(rule) ? pythonGuests.header(rule.source()) : guests.header(rule.source());
    }

    private Message.ToBackend run(GalleryRule rule) {
        return isPython(rule)
                ? pythonGuests.run(rule.source(), "{}", "{}")
                : guests.run(rule.source(), "{}", "{}");
    }

    private static boolean isPython(GalleryRule rule) {
        return rule.language().equals("python");
    }
}
