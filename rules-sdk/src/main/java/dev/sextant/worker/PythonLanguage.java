// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/// Python: one engine, whose compiled code outlives the contexts. A fresh context costs a hundred times what one of
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

    /// Contexts of one engine must agree on this object.
    private static final HostAccess HOST_ACCESS =
            HostAccess.newBuilder(HostAccess.CONSTRAINED).allowArrayAccess(true).build();

    private final Engine engine =
            Engine.newBuilder("python")
                    .sandbox(SandboxPolicy.CONSTRAINED)
                    .out(OutputStream.nullOutputStream())
                    .err(OutputStream.nullOutputStream())
                    .build();
    private final Source prelude = PythonPrelude.source();
    private final Source testing = PythonPrelude.testing();
    private final IOAccess library =
            IOAccess.newBuilder().fileSystem(PythonLibrary.read(home())).build();
    private final Statements statements = new Statements();
    private final PythonContexts contexts = new PythonContexts(this::context);

    @Override
    public boolean isCompiling() {
        return !"Interpreted".equals(engine.getImplementationName());
    }

    @Override
    public String runtime() {
        return engine.getImplementationName() + " " + engine.getVersion();
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
        return new PythonRun(contexts, statements, testing);
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
        var context =
                statements
                        .bound(Context.newBuilder("python"))
                        .engine(engine)
                        .sandbox(SandboxPolicy.CONSTRAINED)
                        .allowHostAccess(HOST_ACCESS)
                        .allowIO(library)
                        .timeZone(ZoneOffset.UTC)
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .build();
        return new PythonContext(context, prelude);
    }

    @Override
    public void close() {
        contexts.close();
        engine.close(true);
    }
}
