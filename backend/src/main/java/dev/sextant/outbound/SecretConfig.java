// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of the credentials that tenants keep for sources and targets.
@ConfigMapping(prefix = "sextant.secrets")
public interface SecretConfig {
    /// File with the keys that seal secrets, the one in use first; the same on every node. Left out: `secrets.key` in the data
    /// folder, made at the first start.
    Optional<Path> keyFile();
}
