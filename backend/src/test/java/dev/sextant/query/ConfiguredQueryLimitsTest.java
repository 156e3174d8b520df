// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.PlanConfig;
import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class ConfiguredQueryLimitsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");

    @Test
    void aTenantMayHaveLimitsOfItsOwn() {
        var limits =
                limits(
                        Map.of(
                                "sextant.query.series", "1000",
                                "sextant.query.tenants.acme.points", "7",
                                "sextant.query.tenants.acme.time", "2s"));

        assertThat(limits.find(GLOBEX))
                .isEqualTo(new QueryLimits(50_000_000, 1_000, bytes(256), Duration.ofSeconds(30)));
        assertThat(limits.find(ACME))
                .isEqualTo(new QueryLimits(7, 1_000, bytes(256), Duration.ofSeconds(2)));
    }

    @Test
    void noQueryMayFillTheHeap() {
        var limits = limits(Map.of("sextant.query.memory", "1000G"));

        assertThat(limits.find(ACME).bytes()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    }

    @Test
    void aPlanGoesBeforeWhatAllHaveAndAfterWhatTheTenantHas() {
        var limits =
                limits(
                        Map.of(
                                "sextant.plans.gold.query.points", "7",
                                "sextant.plans.gold.query.time", "3s",
                                "sextant.query.tenants.acme.points", "9"));

        assertThat(limits.find(new TenantId("acme")).points()).isEqualTo(9);
        assertThat(limits.find(new TenantId("acme")).time()).isEqualTo(Duration.ofSeconds(3));
        assertThat(limits.find(new TenantId("other")).points()).isEqualTo(7);
        assertThat(limits.find(new TenantId("other")).series()).isEqualTo(200_000);
    }

    private static long bytes(long megabytes) {
        return Math.min(megabytes << 20, Runtime.getRuntime().maxMemory() / 4);
    }

    private static ConfiguredQueryLimits limits(Map<String, String> settings) {
        var builder =
                new SmallRyeConfigBuilder()
                        .withConverters(
                                new Converter<?>[] {
                                    new DurationConverter(), new MemorySizeConverter()
                                })
                        .withMapping(QueryConfig.class)
                        .withMapping(PlanConfig.class);
        settings.forEach(builder::withDefaultValue);
        var config = builder.build();
        return new ConfiguredQueryLimits(
                config.getConfigMapping(QueryConfig.class),
                new Plans(
                        config.getConfigMapping(PlanConfig.class).plans(),
                        _ -> new PlanName("gold")));
    }
}
