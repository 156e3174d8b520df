// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import static dev.sextant.testing.TestTenants.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the gallery do what their own tests say.
@QuarkusTest
class GalleryTestsTest {
    private static final Path GALLERY = Path.of("../rules-sdk/src/main/resources/gallery");

    @Inject TestTenants tenants;

    static List<Path> tests() throws IOException {
        try (var files = Files.list(GALLERY)) {
            return files.filter(file -> file.getFileName().toString().contains(".test."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aRuleKeepsItsPromise(Path test) throws IOException {
        var rule = test.resolveSibling(test.getFileName().toString().replace(".test.", ".rule."));
        var language = test.toString().endsWith(".py") ? "python" : "javascript";
        var answer =
                tenants.as(ACME, Role.EDITOR)
                        .body(
                                Map.of(
                                        "source", Files.readString(rule),
                                        "tests", Files.readString(test),
                                        "language", language))
                        .post("/api/v1/rules/test");

        assertThat(answer.jsonPath().getBoolean("passed")).as(answer.asString()).isTrue();
    }
}
