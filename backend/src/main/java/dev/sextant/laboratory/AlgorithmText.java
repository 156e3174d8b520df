// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.script.Language;
import org.jspecify.annotations.Nullable;

/// What somebody sends to be saved as a version.
///
/// @param source a script, or what is said of a model, as JSON
/// @param model bytes of an .onnx file in base64; absent: that of the version before
public record AlgorithmText(
        @Nullable String language,
        @Nullable String source,
        @Nullable String documentation,
        @Nullable String model) {

    /// @throws IllegalArgumentException in words for who sent it
    Text text() {
        var spoken = language == null ? Language.JAVASCRIPT.text() : language;
        boolean isOfModel = spoken.equals(Language.ONNX.text());
        if (model != null && !isOfModel) {
            throw new IllegalArgumentException("a model goes with the language onnx");
        }
        var said = source == null && isOfModel ? "{}" : source;
        if (said == null) {
            throw new IllegalArgumentException("send the text of the algorithm as source");
        }
        return new Text(
                spoken,
                said,
                documentation == null ? "" : documentation,
                model == null ? null : Model.of(model));
    }
}
