// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import java.util.List;
import java.util.Map;

/// How the sandbox is.
///
/// @param compiled whether guests run on the optimising runtime; false: interpreted, over 100 times slower in loops; false
///     also while no worker has reported yet
/// @param workers worker processes alive
/// @param dropped rights that worker processes gave up at their start, such as "system-calls"
/// @param notDropped those that they could not give up, each with the reason
/// @param stateBytes bytes that a script may remember, as JSON
public record SandboxStatus(
        boolean compiled,
        int workers,
        List<String> dropped,
        Map<String, String> notDropped,
        int stateBytes) {
    public SandboxStatus {
        dropped = List.copyOf(dropped);
        notDropped = Map.copyOf(notDropped);
    }
}
