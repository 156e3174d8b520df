// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.script.Script.ModuleText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One saved state of an algorithm; never changed after it was saved.
///
/// @param number counts up from 1 with every save
/// @param header what the script says of itself: `algorithm` (its kind), `title`, `description`, `params`, `tests`
public record AlgorithmVersion(
        AlgorithmName name, int number, Text text, JsonNode header, Saved saved) {

    /// @param language as REST writes it
    /// @param source of a script; of a model: what its author says of it, as JSON
    /// @param documentation for people, Markdown
    /// @param model null for scripts, and where versions are only listed
    public record Text(
            String language, String source, String documentation, @Nullable Model model) {
        /// Of a script.
        public Text(String language, String source, String documentation) {
            this(language, source, documentation, null);
        }

        public boolean isOfModel() {
            return language.equals(Language.ONNX.text());
        }

        public Text withModel(Model other) {
            return new Text(language, source, documentation, other);
        }

        /// What the sandbox runs; nothing when the language is not known.
        public Optional<Script> script() {
            if (isOfModel()) {
                var files =
                        model == null
                                ? List.<ModuleText>of()
                                : List.of(new ModuleText("model.onnx", model.base64()));
                return Optional.of(new Script(Language.ONNX, source, files));
            }
            return Language.of(language).map(known -> new Script(known, source));
        }
    }

    public record Saved(Instant at, String by) {}

    /// `anomaly` or `forecast`.
    public String kind() {
        return header.path("algorithm").asText();
    }

    /// As plans name this version.
    public String full() {
        return name.full() + "@" + number;
    }
}
