// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sextant.script.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The hostile suite in src/test/resources/hostile on real worker processes: after each script it has stopped in time,
/// the next evaluation is right, the neighbour was on time, everything is back where it was, and nothing was told that
/// is none of a tenant's business. Every build runs some of each theme; the long tests run all. `-Dhostile=cpu/` runs one
/// theme.
@Timeout(900)
class HostileScriptsTest {
    private static final int FEWEST_SCRIPTS = 120;
    private static final int MORE_THREADS = 12;
    private static final long MORE_HEAP = 128L << 20;
    private static final long MOST_RESIDENT = 600L << 20;

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> quickJavaScript() throws IOException {
        return tests(Language.JAVASCRIPT, HostileScript.quick(Language.JAVASCRIPT));
    }

    @TestFactory
    Stream<DynamicTest> quickPython() throws IOException {
        return tests(Language.PYTHON, HostileScript.quick(Language.PYTHON));
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> javaScript() throws IOException {
        return tests(Language.JAVASCRIPT, HostileScript.all(Language.JAVASCRIPT));
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> python() throws IOException {
        return tests(Language.PYTHON, HostileScript.all(Language.PYTHON));
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVASCRIPT", "PYTHON"})
    void thereAreEnoughOfThem(Language language) throws IOException {
        assertThat(HostileScript.all(language)).hasSizeGreaterThanOrEqualTo(FEWEST_SCRIPTS);
    }

    private Stream<DynamicTest> tests(Language language, List<HostileScript> all)
            throws IOException {
        var wanted = System.getProperty("hostile", "");
        var scripts = all.stream().filter(script -> script.name().matches(wanted + ".*")).toList();
        var arena = new HostileArena(language, folder);
        arena.run(scripts);
        var last =
                dynamicTest(
                        "no process is left", () -> assertThat(arena.isGoneAfterClose()).isTrue());
        return Stream.concat(
                scripts.stream()
                        .map(script -> dynamicTest(script.name(), () -> check(script, arena))),
                Stream.of(last));
    }

    private static void check(HostileScript script, HostileArena arena) {
        var report = arena.await(script);
        checkEnding(script, report);
        assertThat(script.never())
                .allSatisfy(text -> assertThat(report.visible()).doesNotContain(text));
        assertThat(Leaks.in(report.visible(), script.script())).as(report.visible()).isEmpty();
        assertThat(report.reading()).isLessThan(HostileArena.HEADER_LIMIT.plus(report.slack()));
        assertThat(report.running())
                .isLessThan(script.wallTime().plus(HostileArena.GRACE).plus(report.slack()));
        assertThat(report.next()).as("the next evaluation").isEqualTo(arena.baseline());
        assertThat(report.neighbour()).as("another tenant").isEqualTo(arena.baseline());
        var after = report.base();
        assertThat(after.threads()).isLessThanOrEqualTo(arena.before().threads() + MORE_THREADS);
        assertThat(after.workers()).isLessThanOrEqualTo(HostileArena.MOST_WORKERS);
        assertThat(after.heap()).isLessThan(arena.before().heap() + MORE_HEAP);
        assertThat(after.resident()).isLessThan(MOST_RESIDENT);
    }

    private static void checkEnding(HostileScript script, HostileReport report) {
        assertThat(script.expected())
                .as("%s: %s%n%s", report.ending(), report.message(), report.log())
                .contains(report.ending());
        if (report.ending().equals("completed")) {
            assertThat(script.log()).allSatisfy(text -> assertThat(report.log()).contains(text));
        } else {
            assertThat(report.message()).isNotBlank();
        }
        if (report.ending().equals("failed") || report.ending().equals("invalid")) {
            assertThat(script.says())
                    .allSatisfy(text -> assertThat(report.message()).contains(text));
        }
    }
}
