// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// All that a running script can reach outside of its sandbox. One instance serves one evaluation, on one thread at a
/// time; whatever a worker says, rights are checked here.
public interface HostCalls {
    /// Runs a query plan.
    HostAnswer select(JsonNode plan);

    /// What the evaluation used of its times; called once, when it is over, whatever its end.
    default void spent(List<LimitUse> times) {}
}
