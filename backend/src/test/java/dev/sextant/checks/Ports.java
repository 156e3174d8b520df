// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;

/// A port is a public interface that stands by itself in a room. Its methods ask for the tenant first, so that the
/// compiler finds whoever forgets it. Closed sets (sealed), single functions and configuration are no ports; algorithms know
/// arrays and no tenants.
final class Ports {
    private static final String ALGORITHMS = "dev.sextant.algorithm";
    private static final String TENANT = "dev.sextant.tenant.TenantId";

    /// Ports and single methods that speak of no single tenant, each with the reason.
    private static final Map<String, String> OF_NO_TENANT =
            Map.ofEntries(
                    Map.entry(
                            "dev.sextant.script.HostCalls",
                            "belongs to one evaluation, whose tenant it was made for"),
                    Map.entry(
                            "dev.sextant.store.PointSink",
                            "belongs to one reading, which was asked for by a tenant"),
                    Map.entry(
                            "dev.sextant.store.TierSink",
                            "belongs to one reading, which was asked for by a tenant"),
                    Map.entry(
                            "dev.sextant.evaluation.host.ScriptCall.name",
                            "what a call is called, for all tenants; answering takes one"),
                    Map.entry(
                            "dev.sextant.evaluation.host.ScriptCall.need",
                            "the right that a call wants, for all tenants; answering takes one"),
                    Map.entry(
                            "dev.sextant.script.Sandbox.status",
                            "the workers of all tenants together"),
                    Map.entry(
                            "dev.sextant.identity.Accounts",
                            "an account can be a member of several tenants"),
                    Map.entry(
                            "dev.sextant.identity.Sessions",
                            "looked up before the tenant is known"),
                    Map.entry("dev.sextant.identity.Tenants", "the list of tenants itself"),
                    Map.entry("dev.sextant.identity.Tokens.add", "a token carries its tenant"),
                    Map.entry(
                            "dev.sextant.identity.Tokens.find",
                            "looked up before the tenant is known"),
                    Map.entry(
                            "dev.sextant.ingest.Collector",
                            "measures this machine, before any tenant"),
                    Map.entry(
                            "dev.sextant.ingest.BodyFormat",
                            "what a format says of itself holds for all tenants; decoding takes one"),
                    Map.entry(
                            "dev.sextant.ingest.scrape.Targets.tenants",
                            "how the clock learns whom to ask"),
                    Map.entry(
                            "dev.sextant.store.source.SourceReader.kind",
                            "what a reader reads, for all tenants; reading takes one"),
                    Map.entry(
                            "dev.sextant.outbound.Secrets.tenants",
                            "how a change of keys learns whom to ask"),
                    Map.entry(
                            "dev.sextant.rule.Rules.tenantsWithEnabledRules",
                            "how the clock learns whom to ask"),
                    Map.entry(
                            "dev.sextant.query.FrameMethods",
                            "what plans can do with frames is the same for all tenants"),
                    Map.entry(
                            "dev.sextant.schedule.Beats",
                            "ticks are shared by the rules of all tenants"));

    private static final DescribedPredicate<JavaClass> PORT =
            DescribedPredicate.describe("port", Ports::isPort);

    private Ports() {}

    static ArchRule askForTheTenantFirst() {
        return ArchRuleDefinition.classes()
                .that(PORT)
                .should(
                        new ArchCondition<>("ask for the tenant first") {
                            @Override
                            public void check(JavaClass port, ConditionEvents events) {
                                port.getMethods().stream()
                                        .filter(method -> !asksForTheTenant(method))
                                        .forEach(method ->
                                                events.add(
                                                        SimpleConditionEvent.violated(
                                                                port,
                                                                method.getDescription()
                                                                        + " does not take a TenantId first")));
                            }
                        });
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && !type.isAnnotation()
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.reflect().isSealed()
                && !type.isAnnotatedWith(FunctionalInterface.class)
                && !type.isAnnotatedWith("io.smallrye.config.ConfigMapping")
                && !type.getPackageName().startsWith(ALGORITHMS)
                && !OF_NO_TENANT.containsKey(type.getName());
    }

    private static boolean asksForTheTenant(JavaMethod method) {
        var parameters = method.getRawParameterTypes();
        var isHelper =
                method.getModifiers().contains(JavaModifier.STATIC)
                        || method.getModifiers().contains(JavaModifier.PRIVATE)
                        || method.getModifiers().contains(JavaModifier.SYNTHETIC);
        return isHelper
                || OF_NO_TENANT.containsKey(method.getOwner().getName() + "." + method.getName())
                || (!parameters.isEmpty() && parameters.getFirst().getName().equals(TENANT));
    }
}
