// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls that scripts may make, by name.
@ApplicationScoped
public class ScriptCalls {
    private final Map<String, ScriptCall> calls = new HashMap<>();

    @Inject
    ScriptCalls(Instance<ScriptCall> provided) {
        this(provided.stream().toList());
    }

    public ScriptCalls(List<ScriptCall> provided) {
        provided.forEach(call -> calls.put(call.name(), call));
    }

    Optional<ScriptCall> find(String name) {
        return Optional.ofNullable(calls.get(name));
    }
}
