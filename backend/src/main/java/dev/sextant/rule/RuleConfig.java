// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/// Limits of what tenants save, and what their rules' headers leave to the platform.
@ConfigMapping(prefix = "sextant.rule")
public interface RuleConfig {
    /// Modules that one tenant may have.
    @WithDefault("200")
    int modules();

    /// Bytes of one module's source.
    @WithDefault("65536")
    int moduleBytes();

    /// The time zone of cron expressions whose rule names none or says "tenant".
    @WithDefault("UTC")
    ZoneId timeZone();
}
