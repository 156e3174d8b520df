// SPDX-License-Identifier: Apache-2.0
package dev.sextant.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page is reachable, and every link inside the repository leads somewhere.
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK =
            Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)[^)]*\\)");
    private static final int README_LINES = 100;

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        assertThat(targets(page))
                .filteredOn(target -> !Files.exists(target))
                .as("links of %s that lead nowhere", page)
                .isEmpty();
    }

    @Test
    void everyPageIsListedInTheIndex() throws IOException {
        var index = targets(ROOT.resolve("docs/README.md"));
        var pages =
                pages().stream()
                        .filter(page ->
                                page.startsWith(ROOT.resolve("docs"))
                                        && !page.endsWith("README.md"));
        assertThat(index).containsAll(pages.toList());
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md")))
                .hasSizeLessThanOrEqualTo(README_LINES);
    }

    private static List<Path> targets(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(found -> page.resolveSibling(found.group(1)).normalize())
                .toList();
    }
}
