// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Values of a model's parameters.
final class Options {
    private Options() {}

    /// What is given, and the default of what is not.
    static Map<String, Double> of(ModelNotes notes, JsonNode given) throws UnfitModelException {
        Json.checkNames("the model", given, notes.params().keySet());
        var options = new LinkedHashMap<String, Double>();
        for (var param : notes.params().entrySet()) {
            options.put(param.getKey(), Json.number(given, param.getKey(), param.getValue()));
        }
        return options;
    }
}
