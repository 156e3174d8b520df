// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.telemetry.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the host says to a call.
public sealed interface HostAnswer {
    record Rows(Frame frame) implements HostAnswer {}

    /// Things that are no series, for the script as they are: one JSON object each.
    record Records(List<JsonNode> items) implements HostAnswer {
        public Records {
            items = List.copyOf(items);
        }
    }

    /// The script sees an error at the line of its call.
    ///
    /// @param code for programs, kebab-case
    /// @param message for the script's author; never names a class or a path
    /// @param limit that the call would pass; null when that is not the reason
    record Refused(String code, String message, @Nullable LimitUse limit) implements HostAnswer {
        public Refused(String code, String message) {
            this(code, message, null);
        }
    }
}
