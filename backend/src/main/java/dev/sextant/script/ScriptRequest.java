// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// One evaluation to run.
///
/// @param parameters values that differ from the header's defaults
/// @param now what every clock of the script says
/// @param state what the script remembered from its slot before
public record ScriptRequest(
        Script script, JsonNode parameters, Instant now, JsonNode state, ScriptLimits limits) {}
