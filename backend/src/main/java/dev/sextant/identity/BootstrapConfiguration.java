// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// What can be set for the first start, so that scripts can drive a new platform.
@ConfigMapping(prefix = "sextant.bootstrap")
public interface BootstrapConfiguration {

    /// If set at the first start (usually as `SEXTANT_BOOTSTRAP_TOKEN`), becomes an API token of the first tenant with the
    /// role owner and the right to administer the platform. At least 16 characters. Later starts ignore it.
    Optional<String> token();
}
