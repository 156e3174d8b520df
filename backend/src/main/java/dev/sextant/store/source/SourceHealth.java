// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a source has answered this node since it started.
///
/// @param state `unknown` before the first request, `ok`, `failing`, or `open`: not asked for a while after several failures
/// @param millis how long the last good answer took
/// @param problem why the last request failed, unless one succeeded since
@Schema(name = "SourceHealth")
public record SourceHealth(
        String state,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastError,
        @Nullable String problem,
        @Nullable Long millis) {}
