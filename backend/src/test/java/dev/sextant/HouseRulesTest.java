// SPDX-License-Identifier: Apache-2.0
package dev.sextant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.checks.HouseExceptions;
import dev.sextant.checks.HouseRules;
import dev.sextant.checks.Planted;
import dev.sextant.checks.SourceFile;
import dev.sextant.checks.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The budgets of CONTRIBUTING.md on every source file, and the proof that each of them bites.
class HouseRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// Lines of a TypeScript file; elements of the browser are kept smaller than the rest.
    private static final int SCRIPT_LINES = 300;

    private static final int ELEMENT_LINES = 250;

    private static List<Violation> found = List.of();

    @TempDir Path folder;

    @BeforeAll
    static void readSources() {
        var sources = new ArrayList<SourceFile>();
        for (var module : List.of("backend", "rules-sdk")) {
            sources.addAll(SourceFile.below(ROOT, ROOT.resolve(module).resolve("src")));
        }
        assertThat(sources).hasSizeGreaterThan(20);
        found = HouseRules.check(sources);
    }

    @Test
    void everySourceKeepsTheHouseRules() {
        assertThat(found.stream().filter(HouseRulesTest::isNotAllowed)).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeededAndHasAReason() {
        assertThat(HouseExceptions.ALL)
                .allSatisfy(allowed -> assertThat(found).anyMatch(allowed::covers))
                .allSatisfy(allowed -> assertThat(allowed.reason()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedViolationIsReported(Planted planted) throws IOException {
        planted.layInto(folder);

        var reported = HouseRules.check(SourceFile.below(folder, folder));

        assertThat(reported).extracting(Violation::rule).containsOnly(planted.rule());
    }

    static List<Planted> planted() {
        return Planted.in("house");
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(planted()).extracting(Planted::rule).containsAll(HouseRules.NAMES);
    }

    @Test
    void scriptsOfTheBrowserKeepTheirLength() throws IOException {
        var scripts = ROOT.resolve("web-ui/src");
        if (!Files.isDirectory(scripts)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scripts)) {
            assertThat(files.filter(HouseRulesTest::isScript))
                    .allSatisfy(file ->
                            assertThat(Files.readAllLines(file))
                                    .hasSizeLessThanOrEqualTo(budget(file)));
        }
    }

    private static boolean isNotAllowed(Violation violation) {
        return HouseExceptions.ALL.stream().noneMatch(allowed -> allowed.covers(violation));
    }

    private static boolean isScript(Path file) {
        var name = file.getFileName().toString();
        return (name.endsWith(".ts") || name.endsWith(".tsx")) && !name.endsWith(".d.ts");
    }

    private static int budget(Path file) {
        return file.toString().contains("/elements/") ? ELEMENT_LINES : SCRIPT_LINES;
    }
}
