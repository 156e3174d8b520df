// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What editors without a type service learn of the SDK, in both languages (python.tsv: owner, member, in Python).
class CompletionTest {
    private final Definition definition = Definition.read();
    private final JsonNode completion;

    CompletionTest() throws JsonProcessingException {
        completion = new ObjectMapper().readTree(CompletionWriter.write(definition));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/sdk/python.tsv", delimiter = '\t', quoteCharacter = '\u0001')
    void membersAreSaidInPython(String owner, String member, String signature) {
        assertThat(item(owner, member).path("pythonSignature").asText()).isEqualTo(signature);
    }

    @Test
    void everyMemberIsThereOnceInBothLanguages() {
        long members = definition.types().stream().mapToLong(type -> type.members().size()).sum();
        var seen = new HashSet<String>();
        for (var item : completion.path("items")) {
            assertThat(seen.add(item.path("owner").asText() + "." + item.path("name").asText()))
                    .as("%s", item)
                    .isTrue();
            assertThat(item.path("doc").path("en").asText()).as("%s", item).isNotBlank();
            assertThat(item.path("doc").path("zh").asText()).as("%s", item).isNotBlank();
            assertThat(item.path("pythonName").asText()).as("%s", item).matches("[a-zA-Z_]+");
            assertThat(item.path("pythonSignature").asText())
                    .as("%s", item)
                    .isNotBlank()
                    .doesNotContain("undefined", ": string", "=>");
        }
        assertThat(seen)
                .hasSize(
                        (int) members
                                + definition.functions().size()
                                + definition.values().size()
                                + definition.classes().size());
    }

    @Test
    void anObjectOfOptionsIsAlsoToldAsKeywords() {
        var options = item("Frame", "burnRate").path("parameters").path(0).path("options");

        assertThat(options.findValuesAsText("pythonName"))
                .containsExactly("slo", "windows", "factor");
        assertThat(options.path(1).path("default").asText()).isEqualTo("[\"5m\", \"1h\"]");
        assertThat(options.path(2).path("doc").path("zh").asText()).isNotBlank();
    }

    @Test
    void aChainOfCallsCanBeFollowed() {
        assertThat(item("Data", "metric").path("type").asText()).isEqualTo("Frame");
        assertThat(item("Frame", "versus").path("type").asText()).isEqualTo("Frame<VersusRow>");
        assertThat(completion.at("/types/Frame/iterates").asText()).isEqualTo("R");
        assertThat(completion.at("/types/VersusRow/extends").asText()).isEqualTo("Row");
    }

    private JsonNode item(String owner, String name) {
        for (var item : completion.path("items")) {
            if (item.path("owner").asText().equals(owner)
                    && item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("no item " + owner + "." + name);
    }
}
