// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/// Python: one engine. A fresh context costs a hundred times what one of
/// JavaScript does, so each version of a rule keeps its own; see [PythonContexts].
final class PythonLanguage implements GuestLanguage {
    private static final String WARM_UP =
            """
            from sextant import rule, P, fire, clear

            @rule(id="warm-up", every="1m", needs=["metrics:read:*"], fire=dict(for_="1m"))
            def evaluate(ctx, border=P.number(1), window=P.duration("5m", min="1m")):
                frame = ctx.data.metric("warm.up").by("host").last(window).avg().where_now(">", border)
                for s in frame / 2:
                    ctx.log(s.entity, sum(s.values))
                    yield fire(s.entity, value=s.value, reason=f"{s.value}") if s.value > 0 else clear(s.entity)
            """;

    /// The engine's property that names the folder in which [PythonResources] laid out the standard library.
    private static final String RESOURCES = "polyglot.engine.resourcePath";

    private final GuestEngine engine = new GuestEngine("python");
    private final Source prelude = PythonPrelude.source();
    private final Source testing = PythonPrelude.testing();
    private final IOAccess library =
            IOAccess.newBuilder().fileSystem(PythonLibrary.read(home())).build();
    private final PythonContexts contexts = new PythonContexts(this::context);

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
        return new Message.Program("warm-up.rule.py", WARM_UP, List.of());
    }

    @Override
    public void awaitReady() {
        contexts.awaitSpare();
    }

    @Override
    public PythonRun open() {
        return new PythonRun(contexts, engine.statements(), testing);
    }

    /// How many contexts were made; for the tests that look when one is recycled.
    int contextsMade() {
        return contexts.made();
    }

    /// What the prelude really offers, as JSON; for the test that compares it with the definition.
    String surface() {
        try (var context = context()) {
            return context.surface();
        }
    }

    private static Path home() {
        return Path.of(System.getProperty(RESOURCES)).resolve("python/python-home");
    }

    private PythonContext context() {
        return new PythonContext(engine.context().allowIO(library).build(), prelude);
    }

    @Override
    public void close() {
        contexts.close();
        engine.close();
    }
}
