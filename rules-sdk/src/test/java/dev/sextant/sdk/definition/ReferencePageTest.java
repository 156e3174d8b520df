// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reference pages of the SDK are made from its definition. After a change of it, write them anew with
/// `./mvnw -pl rules-sdk test -Dtest=ReferencePageTest -Dsextant.docs.write=true`.
class ReferencePageTest {
    private static final Path FOLDER = Path.of("../docs/reference");

    @ParameterizedTest
    @CsvSource({"en, sdk.md", "zh, sdk.zh-CN.md", "en, sdk-testing.md", "zh, sdk-testing.zh-CN.md"})
    void thePageShowsTheDefinition(String language, String name) throws IOException {
        var page = FOLDER.resolve(name);
        var definition = name.contains("testing") ? Definition.readTesting() : Definition.read();
        var wanted = ReferenceWriter.write(definition, language);
        if (Boolean.getBoolean("sextant.docs.write")) {
            Files.writeString(page, wanted);
        }
        assertThat(Files.readString(page)).isEqualTo(wanted);
    }
}
