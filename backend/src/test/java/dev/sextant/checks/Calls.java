// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;

/// Calls that only a few named classes may make.
final class Calls {
    /// Who may write to the console past the logger, each with the reason.
    private static final Map<String, String> CONSOLE =
            Map.of(
                    "dev.sextant.identity.FirstStart",
                    "shows the first password once; a log would keep it");

    /// Who may ask the machine for the time, each with the reason.
    private static final Map<String, String> WALL_CLOCK =
            Map.of(
                    "dev.sextant.SystemClock",
                    "makes the one InstantSource that all others are given");

    private static final Set<String> CLOCK_TYPES =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalTime",
                    "java.time.LocalDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.Year");

    private static final Set<String> CLOCK_MAKERS =
            Set.of("java.time.Clock", "java.time.InstantSource");

    private static final DescribedPredicate<JavaAccess<?>> PRINTS =
            DescribedPredicate.describe("print to the console", Calls::prints);

    private static final DescribedPredicate<JavaAccess<?>> READS_THE_CLOCK =
            DescribedPredicate.describe("read the machine's clock", Calls::readsTheClock);

    private Calls() {}

    static ArchRule logsGoThroughTheLogger() {
        return ArchRuleDefinition.noClasses()
                .that(areNot(CONSOLE))
                .should()
                .accessTargetWhere(PRINTS)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging", "org.slf4j..", "org.apache.logging..");
    }

    static ArchRule nobodyReadsTheWallClock() {
        return ArchRuleDefinition.noClasses()
                .that(areNot(WALL_CLOCK))
                .should()
                .accessTargetWhere(READS_THE_CLOCK);
    }

    private static DescribedPredicate<JavaClass> areNot(Map<String, String> excepted) {
        return DescribedPredicate.describe(
                "not excepted", type -> !excepted.containsKey(type.getName()));
    }

    private static boolean prints(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        return (owner.equals("java.lang.System") && (name.equals("out") || name.equals("err")))
                || name.equals("printStackTrace");
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        return (CLOCK_TYPES.contains(owner) && name.equals("now"))
                || (CLOCK_MAKERS.contains(owner) && name.startsWith("system"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && name.equals("<init>"));
    }
}
