// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Limits of the algorithms that tenants register.
@ConfigMapping(prefix = "sextant.laboratory")
public interface LaboratoryConfig {
    /// Algorithms that one tenant may have.
    @WithDefault("100")
    int algorithms();

    /// Versions that one algorithm may have.
    @WithDefault("500")
    int versions();

    /// Bytes of one version: its source and its documentation each.
    @WithDefault("65536")
    int bytes();

    /// Bytes of one ONNX model. From 14 MB on the limits of requests are met first.
    @WithDefault("8388608")
    int modelBytes();

    /// Bytes of all ONNX models of one tenant; versions with the same model count once.
    @WithDefault("268435456")
    long modelsBytes();

    /// Incidents that one tenant may have labelled.
    @WithDefault("10000")
    int incidents();
}
