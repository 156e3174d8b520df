// SPDX-License-Identifier: Apache-2.0
package dev.sextant;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sextant.checks.Architecture;
import dev.sextant.checks.Planted;
import dev.sextant.checks.Room;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which room may use which, and which library stays behind which door; and the proof that each rule bites.
class ArchitectureTest {
    private static final StandardJavaFileManager COMPILER_FILES =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

    private static JavaClasses classes = new ClassFileImporter().importClasses(Set.of());

    @TempDir Path folder;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter().importPath(Path.of("target/classes"));
        assertThat(classes).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyClassKeepsTheRule(String name) {
        assertThat(violations(name, classes)).isEmpty();
    }

    static Set<String> names() {
        return Architecture.rules().keySet();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedViolationIsReported(Planted planted) throws IOException {
        var compiled = folder.resolve("classes");
        planted.layInto(folder);
        planted.compile(folder, compiled, COMPILER_FILES);

        assertThat(violationsIn(compiled, planted.rule())).isNotEmpty();
    }

    static List<Planted> planted() {
        return Planted.in("architecture");
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(planted()).extracting(Planted::rule).containsAll(names());
    }

    @Test
    void theTableOfRoomsIsTheOneInTheDocs() throws IOException {
        var page = Files.readString(Path.of("../docs/explanation/architecture.md"));
        assertThat(Room.ALL).allSatisfy(room -> assertThat(page).contains(room.tableRow()));
    }

    // ArchUnit asks the context's loader whether a type is sealed.
    private static List<String> violationsIn(Path compiled, String rule) throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {compiled.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return violations(rule, new ClassFileImporter().importPath(compiled));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<String> violations(String name, JavaClasses classes) {
        var rule = Objects.requireNonNull(Architecture.rules().get(name));
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
