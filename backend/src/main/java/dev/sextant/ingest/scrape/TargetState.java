// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How the last scrape of a target went.
///
/// @param samples what the page had
/// @param stored what of it was stored, after steps, cleaning and admission; with what the scrape says of itself
/// @param problem why it failed, or what of it was refused; null when all is well
@Schema(name = "TargetState")
public record TargetState(
        Instant at,
        boolean up,
        long samples,
        long stored,
        double seconds,
        @Nullable String problem) {}
