// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what is generated from the definition into the classes of the module: `Generator <output folder>`. The files
/// lie under `META-INF/resources/sdk`, from where a web server serves them as `/sdk/...`.
public final class Generator {
    private Generator() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0], "META-INF", "resources", "sdk");
        Files.createDirectories(folder);
        var definition = Definition.read();
        Files.writeString(folder.resolve("sextant.d.ts"), TypeScriptWriter.write(definition));
        Files.writeString(folder.resolve("sextant.pyi"), PyiWriter.write(definition));
        Files.writeString(folder.resolve("completion.json"), CompletionWriter.write(definition));
        var testing = Definition.readTesting();
        Files.writeString(folder.resolve("sextant-testing.d.ts"), TypeScriptWriter.write(testing));
        Files.writeString(folder.resolve("sextant-testing.pyi"), PyiWriter.write(testing));
        Files.writeString(
                folder.resolve("completion-testing.json"), CompletionWriter.write(testing));
    }
}
