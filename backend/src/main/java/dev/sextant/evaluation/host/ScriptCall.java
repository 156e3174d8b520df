// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.script.HostAnswer;
import dev.sextant.tenant.TenantId;
import java.time.Instant;

/// One call that scripts may make beside reading series. Whoever provides a bean of it adds a call.
public interface ScriptCall {
    /// What scripts call it by, kebab-case, such as `alerts`.
    String name();

    /// What the header of a rule must name in `needs`, such as `alerts:read`.
    String need();

    /// A pure function of its arguments and of what was so at that moment, so that a replay gives the same.
    ///
    /// @param arguments what the script sends, unchecked; its member `call` is the name
    /// @param now the evaluation time: nothing later than it may show
    HostAnswer answer(TenantId tenant, JsonNode arguments, Instant now);
}
