// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.script.Language;
import dev.sextant.script.Script;
import java.io.IOException;
import java.util.List;

/// The rules of the bench in one language.
///
/// @param ending of their files
/// @param comment what a comment begins with
/// @param loop what the function of the loop begins with
/// @param rule what the rule below it begins with
record BenchRules(Language language, String ending, String comment, String loop, String rule) {
    static BenchRules of(Language language) {
        return switch (language) {
            case JAVASCRIPT ->
                    new BenchRules(language, "js", "//", "function loop", "export default");
            case PYTHON -> new BenchRules(language, "py", "#", "def loop", "@rule");
            case ONNX -> throw new IllegalArgumentException("models are no rules");
        };
    }

    /// A rule of thirty lines, which makes one host call.
    Script overhead() throws IOException {
        return script("overhead");
    }

    /// The same rule as no worker has seen it.
    Script unseen(Script script, int number) {
        return new Script(language, "%s\n%s %d".formatted(script.source(), comment, number));
    }

    /// A rule that runs a plain loop.
    Script looping() throws IOException {
        return script("loop");
    }

    /// The function of that loop alone, as any runtime of the language can run it.
    String loopOf(Script looping) {
        var source = looping.source();
        return source.substring(source.indexOf(loop), source.indexOf(rule));
    }

    private Script script(String name) throws IOException {
        var file = "/bench/%s.rule.%s".formatted(name, ending);
        try (var stream = BenchRules.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException("the product lacks " + file);
            }
            return new Script(language, new String(stream.readAllBytes(), UTF_8), List.of());
        }
    }
}
