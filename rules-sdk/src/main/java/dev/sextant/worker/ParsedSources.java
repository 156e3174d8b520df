// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.graalvm.polyglot.Source;

/// The sources of the rules that ran lately. Holding a Source keeps its parsed code in the engine, which takes many
/// times the memory of the text: so what is kept is bounded by its characters, and no tenant fills a worker by saving
/// large rules.
final class ParsedSources {
    private static final int KEPT_CHARACTERS = 500_000;

    /// Most lately used last.
    private final LinkedHashMap<Message.Program, Source> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    private int characters;

    /// The source of a program, made when it is not among those that are kept.
    Source get(Message.Program program, Function<Message.Program, Source> make) {
        var known = kept.get(program);
        if (known != null) {
            return known;
        }
        var made = make.apply(program);
        kept.put(program, made);
        characters += program.text().length();
        while (characters > KEPT_CHARACTERS && kept.size() > 1) {
            characters -= kept.pollFirstEntry().getKey().text().length();
        }
        return made;
    }
}
