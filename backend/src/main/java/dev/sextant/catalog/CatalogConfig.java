// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the catalogue.
@ConfigMapping(prefix = "sextant.catalog")
public interface CatalogConfig {
    /// How often what changed in the catalogue is stored.
    @WithDefault("15s")
    Duration storeEvery();
}
