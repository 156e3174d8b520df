// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The rules on compiled classes, by name: who may use whom, and which library stays behind which door.
public final class Architecture {
    private static final DescribedPredicate<JavaClass> WEB_EDGE =
            DescribedPredicate.describe(
                    "web edge", type -> isNamed(type, "Resource", "Routes", "IdentityProvider"));

    private static final DescribedPredicate<JavaClass> ENTITY =
            DescribedPredicate.describe("entity", type -> isNamed(type, "Entity"));

    /// What belongs to no room: the application's own beginning.
    private static final DescribedPredicate<JavaClass> APPLICATION =
            DescribedPredicate.describe(
                    "application",
                    type ->
                            Set.of("SystemClock", "package-info").contains(type.getSimpleName())
                                    && type.getPackageName().equals("dev.sextant"));

    private Architecture() {}

    /// All rules; a rule about a room that does not exist yet holds.
    public static Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        Room.ALL.forEach(room -> rules.put("room-" + room.name(), room(room)));
        rules.put("unknown-room", everyPackageIsARoom());
        rules.put("adapter-depth", adaptersLieOneFolderBelow());
        rules.put("adapter-use", Adapters.areUsedInTheirRoomOnly());
        rules.put("http-use", onlyTheWebEdgeUsesHttp());
        rules.put("web", onlyTheWebEdgeImportsTheWeb());
        rules.put("persistence", onlyEntitiesAndAdaptersPersist());
        rules.put("sql", onlyAdaptersSpeakSql());
        rules.put("graalvm", nobodyImportsGraalvm());
        rules.put("rules-sdk", onlyRulesAndScriptsUseTheSdk());
        rules.put("quartz", onlyItsAdapterImportsQuartz());
        rules.put("cycles", packagesFormNoRing());
        rules.put("field-injection", fieldsAreNotInjected());
        rules.put("static-state", StaticState.isNeverMutable());
        rules.put("tenant-first", Ports.askForTheTenantFirst());
        rules.put("logging", Calls.logsGoThroughTheLogger());
        rules.put("wall-clock", Calls.nobodyReadsTheWallClock());
        rules.put("time-is-an-argument", timeIsAnArgument());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true).as(name));
        return rules;
    }

    private static boolean isNamed(JavaClass type, String... endings) {
        var outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        var name = outermost.getSimpleName();
        for (var ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static ArchRule room(Room room) {
        // What a room's web edge takes from http is checked by http-use.
        return noClasses()
                .that(resideInAPackage(room.packages()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(room.forbidden())
                                .and(not(resideInAPackage("dev.sextant.http.."))));
    }

    private static ArchRule everyPackageIsARoom() {
        var rooms = Room.ALL.stream().map(Room::packages).toArray(String[]::new);
        return classes().that(not(APPLICATION)).should().resideInAnyPackage(rooms);
    }

    private static ArchRule adaptersLieOneFolderBelow() {
        return noClasses().should().resideInAPackage("dev.sextant.*.*.*..");
    }

    private static ArchRule onlyTheWebEdgeUsesHttp() {
        return noClasses()
                .that(not(WEB_EDGE).and(not(resideInAPackage("dev.sextant.http.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.sextant.http.."));
    }

    private static ArchRule onlyTheWebEdgeImportsTheWeb() {
        return noClasses()
                .that(
                        not(WEB_EDGE)
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "dev.sextant.http..",
                                                        "dev.sextant.identity.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "jakarta.ws.rs..",
                                "io.vertx.ext.web..",
                                "io.quarkus.vertx.web..",
                                "org.jboss.resteasy.."));
    }

    private static ArchRule onlyEntitiesAndAdaptersPersist() {
        return noClasses()
                .that(
                        not(ENTITY)
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "dev.sextant.*.panache..",
                                                        "dev.sextant.tenant.hibernate.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "jakarta.persistence..",
                                "org.hibernate..",
                                "io.quarkus.hibernate..",
                                "io.quarkus.panache..",
                                "io.quarkus.narayana.."));
    }

    private static ArchRule onlyAdaptersSpeakSql() {
        return noClasses()
                .that(
                        not(
                                resideInAnyPackage(
                                        "dev.sextant.*.panache..",
                                        "dev.sextant.tenant.hibernate..",
                                        "dev.sextant.store.duckdb..",
                                        "dev.sextant.store.file..",
                                        "dev.sextant.store.sql..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.sql..", "javax.sql..", "org.duckdb..", "io.agroal.."));
    }

    private static ArchRule nobodyImportsGraalvm() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.graalvm..", "com.oracle.truffle.."));
    }

    // The module rules-sdk is the language; whoever else wants something of it asks one of these
    // rooms.
    private static ArchRule onlyRulesAndScriptsUseTheSdk() {
        return noClasses()
                .that(not(resideInAnyPackage("dev.sextant.rule..", "dev.sextant.script..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "dev.sextant.sdk..",
                                "dev.sextant.protocol..",
                                "dev.sextant.worker.."));
    }

    private static ArchRule onlyItsAdapterImportsQuartz() {
        return noClasses()
                .that(not(resideInAPackage("dev.sextant.schedule.quartz..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.quartz..", "io.quarkus.quartz.."));
    }

    private static ArchRule packagesFormNoRing() {
        return slices().matching("dev.sextant.(**)").should().beFreeOfCycles();
    }

    private static ArchRule fieldsAreNotInjected() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");
    }

    private static ArchRule timeIsAnArgument() {
        return noClasses()
                .that(
                        resideInAnyPackage(
                                        "dev.sextant.tenant..",
                                        "dev.sextant.telemetry..",
                                        "dev.sextant.algorithm..",
                                        "dev.sextant.query..",
                                        "dev.sextant.alert..",
                                        "dev.sextant.rule..",
                                        "dev.sextant.dashboard..")
                                .and(not(WEB_EDGE)))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(InstantSource|Clock)");
    }
}
