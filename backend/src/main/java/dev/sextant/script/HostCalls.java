// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// All that a running script can reach outside of its sandbox. One instance serves one evaluation, one call after the
/// other, each on a thread of its own; whatever a worker says, rights are checked here. What is not answered when the
/// evaluation's time is over is not waited for.
public interface HostCalls {
    /// Runs a query plan.
    HostAnswer select(JsonNode plan);

    /// Any other call. A script asks for nothing that its header does not need, and the host checks it.
    ///
    /// @param name what is called, such as `entities`
    default HostAnswer ask(String name, JsonNode arguments) {
        return new HostAnswer.Refused("unknown-call", "there is no call " + name);
    }

    /// What the evaluation used of its limits; called once, when it is over, whatever its end.
    default void spent(List<LimitUse> uses) {}
}
