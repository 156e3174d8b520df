// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Catalogue;
import dev.sextant.algorithm.Parameter;
import dev.sextant.algorithm.Parameter.Type;
import dev.sextant.telemetry.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of algorithms is made from their catalogue; written anew with -Dsextant.docs.write=true.
class AlgorithmsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/algorithms.md");
    private static final String BEGIN =
            "<!-- algorithms begin: made from the catalogue by AlgorithmsPageTest -->\n";
    private static final String END = "<!-- algorithms end -->";

    @Test
    void thePageShowsTheCatalogue() throws IOException {
        var page = Files.readString(PAGE);
        var wanted =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                        + Catalogue.all().stream()
                                .map(AlgorithmsPageTest::section)
                                .collect(Collectors.joining())
                        + "\n"
                        + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("sextant.docs.write")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    private static String section(Algorithm algorithm) {
        var about = algorithm.about();
        var head =
                "\n### %s@%d\n\n%s\n\n%s\n\nSource: %s.\n"
                        .formatted(
                                algorithm.name(),
                                algorithm.version(),
                                about.english(),
                                about.chinese(),
                                about.source());
        if (algorithm.parameters().isEmpty()) {
            return head;
        }
        var rows =
                algorithm.parameters().stream()
                        .map(AlgorithmsPageTest::row)
                        .collect(Collectors.joining());
        return head + "\n| parameter | type | default | what |\n|---|---|---|---|\n" + rows;
    }

    private static String row(Parameter parameter) {
        var fallback = parameter.fallback();
        return "| `%s` | %s | %s | %s %s |\n"
                .formatted(
                        parameter.name(),
                        type(parameter.type()),
                        fallback == null ? "" : "`" + fallback + "`",
                        parameter.english(),
                        parameter.chinese());
    }

    private static String type(Type type) {
        return switch (type) {
            case Type.Number(var min, var max) -> "number, %s to %s".formatted(min, max);
            case Type.Length(var min, var max) ->
                    "duration, %s to %s".formatted(Durations.format(min), Durations.format(max));
            case Type.Choice(var words) -> String.join(", ", words);
            case Type.Seasons(var only) ->
                    only.isEmpty()
                            ? "durations"
                            : "durations of "
                                    + only.stream()
                                            .map(Durations::format)
                                            .collect(Collectors.joining(", "));
            case Type.Distance() -> "number or { rel, abs }";
            case Type.Time() -> "epoch milliseconds";
            case Type.Names() -> "names of labels";
            case Type.Place() -> "labels";
            case Type.Calendar() -> "{ kind: [stretches] }";
            case Type.Graph() -> "{ calls, changed }";
        };
    }
}
