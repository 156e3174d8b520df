// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The reference page of settings is made from the sources. After a change of settings, write it anew with
/// `./mvnw -pl backend test -Dtest=ConfigurationPageTest -Dsextant.docs.write=true`.
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/reference/configuration.md");
    private static final Path SAMPLE = Path.of("../deploy/sextant.properties");
    private static final String BEGIN =
            "<!-- settings begin: made from the sources by ConfigurationPageTest -->\n";
    private static final String END = "<!-- settings end -->";
    private static final Pattern SAMPLE_KEY =
            Pattern.compile("(?m)^#?([a-z][a-z0-9.-]+\\.[a-z0-9.-]+)=");

    @Test
    void thePageShowsTheSettingsThatExist() throws IOException {
        var page = Files.readString(PAGE);
        var wanted =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                        + settings()
                        + "\n"
                        + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("sextant.docs.write")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @Test
    void everySettingSaysWhatItDoes() {
        assertThat(Settings.all())
                .isNotEmpty()
                .flatMap(Settings.Group::settings)
                .allSatisfy(setting -> assertThat(setting.what()).as(setting.key()).isNotBlank());
    }

    @Test
    void theSampleConfigurationNamesRealKeys() throws IOException {
        var documented = Files.readString(PAGE);
        var keys =
                SAMPLE_KEY
                        .matcher(Files.readString(SAMPLE))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(documented).contains("`" + key + "`"));
    }

    private static String settings() {
        return Settings.all().stream()
                .map(ConfigurationPageTest::section)
                .collect(Collectors.joining());
    }

    private static String section(Settings.Group group) {
        var rows =
                group.settings().stream()
                        .map(ConfigurationPageTest::row)
                        .collect(Collectors.joining());
        return "\n### %s\n\n%s\n\n| key | default | what |\n|---|---|---|\n%s"
                .formatted(group.prefix(), group.what(), rows);
    }

    private static String row(Settings.Setting setting) {
        var fallback = setting.fallback().map(value -> "`" + value + "`").orElse("-");
        return "| `%s` | %s | %s |\n".formatted(setting.key(), fallback, setting.what());
    }
}
