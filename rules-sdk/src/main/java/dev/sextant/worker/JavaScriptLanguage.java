// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/// JavaScript: one engine, and the parsed sources of the rules seen lately. A
/// context lives for one evaluation; two contexts share no state that a guest can reach.
final class JavaScriptLanguage implements GuestLanguage {
    private static final String MODULE = "application/javascript+module";
    private static final String WARM_UP =
            """
            import { rule, p, fire } from "sextant";
            export default rule({
              id: "warm-up", every: "1m", needs: ["metrics:read:*"], params: { border: p.number(1) },
              evaluate({ params, data }) {
                return data.metric("warm.up").by("host").last("5m").avg().whereNow(">", params.border)
                  .map(s => fire(s.entity, { value: s.value, reason: { en: `${s.value}` },
                    evidence: [s.chart({ around: "1h", line: params.border })] }));
              },
            });
            """;

    private static final Map<String, String> OPTIONS =
            Map.of(
                    "js.esm-eval-returns-exports", "true",
                    "js.graal-builtin", "false",
                    "js.load", "false",
                    "js.print", "false",
                    "js.console", "false",
                    "js.locale", "en",
                    "js.strict", "true");

    private final GuestEngine engine = new GuestEngine("js");
    private final Source prelude = Prelude.script();
    private final String module = Prelude.module();
    private final Source testing = Prelude.testing();
    private final String testingModule = Prelude.testingModule();
    private final ParsedSources sources = new ParsedSources();

    @Override
    public boolean isCompiling() {
        return engine.isCompiling();
    }

    @Override
    public String runtime() {
        return engine.runtime();
    }

    @Override
    public Message.Program warmUpRule() {
        return new Message.Program("warm-up.rule.js", WARM_UP, List.of());
    }

    /// A context is made with each run.
    @Override
    public void awaitReady() {}

    @Override
    public JavaScriptRun open() {
        return new JavaScriptRun(this);
    }

    ModuleFiles files() {
        var files = new ModuleFiles();
        files.add("sextant", module);
        return files;
    }

    Context context(ModuleFiles files) {
        return engine.context()
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .options(OPTIONS)
                .build();
    }

    Source testing() {
        return testing;
    }

    String testingModule() {
        return testingModule;
    }

    Statements statements() {
        return engine.statements();
    }

    Source prelude() {
        return prelude;
    }

    /// A rule that will be run again: its parsed code is kept.
    Source parsed(Message.Program program) {
        return sources.get(program, this::source);
    }

    /// A rule that is looked at once, as for its header.
    Source source(Message.Program program) {
        return Source.newBuilder("js", program.text(), program.name())
                .mimeType(MODULE)
                .buildLiteral();
    }

    @Override
    public void close() {
        engine.close();
    }
}
