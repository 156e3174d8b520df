// SPDX-License-Identifier: Apache-2.0
/// Reads samples as JSON. Start with [JsonFormat].
@NullMarked
package dev.sextant.ingest.json;

import org.jspecify.annotations.NullMarked;
