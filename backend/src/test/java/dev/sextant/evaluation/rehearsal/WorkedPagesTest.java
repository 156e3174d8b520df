// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.algorithms.AlgorithmMethods;
import dev.sextant.evaluation.algorithms.LogTemplatePictures;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryResult;
import dev.sextant.query.picture.FramePicture;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pictures of the worked pages are what their requests are answered with; drawn anew with -Dsextant.docs.write=true.
class WorkedPagesTest {
    private static final Path PAGES = Path.of("../docs/examples");
    private static final Path PICTURES = Path.of("../docs/images");
    private static final Pattern REQUEST =
            Pattern.compile("(?ms)^```json picture ([a-z-]+)\\n(.*?)^```");
    private static final int LARGEST = 60_000;

    /// What a page asks for.
    private record Shown(Path page, String name, String request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Shown> pictures() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.sorted().flatMap(page -> shown(page).stream()).toList();
        }
    }

    private static List<Shown> shown(Path page) {
        try {
            return REQUEST.matcher(Files.readString(page))
                    .results()
                    .map(found -> new Shown(page, found.group(1), found.group(2)))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureIsWhatItsRequestIsAnsweredWith(Shown shown) throws IOException {
        var request = new ObjectMapper().readTree(shown.request());
        var picture =
                request.has("lines") ? LogTemplatePictures.of(request) : drawn(shown.request());
        var file = PICTURES.resolve(shown.name() + ".svg");
        if (Boolean.getBoolean("sextant.docs.write")) {
            Files.writeString(file, picture);
        }

        assertThat(picture).doesNotContain("nothing was found").hasSizeLessThan(LARGEST);
        assertThat(Files.readString(file)).isEqualTo(picture);
        assertThat(Files.readString(shown.page()))
                .contains("(../images/%s.svg)".formatted(shown.name()));
    }

    @Test
    void everyFamilyHasAPage() throws IOException {
        assertThat(pictures())
                .extracting(Shown::name)
                .contains(
                        "anomaly",
                        "structure",
                        "forecast",
                        "change-points",
                        "relations",
                        "root-cause",
                        "log-templates");
    }

    private static String drawn(String request) throws IOException {
        var query = MadeUpQuery.of(new ObjectMapper().readTree(request));
        var result =
                query.run(new TenantId("acme"), QueryLimits.standard(), new AlgorithmMethods());
        assertThat(result).as(String.valueOf(result)).isInstanceOf(QueryResult.Answer.class);
        return FramePicture.of(((QueryResult.Answer) result).frame());
    }
}
