// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import java.io.OutputStream;
import java.time.ZoneOffset;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;

/// The engine of one language, whose compiled code outlives the contexts, and what all contexts of guests have in common:
/// the policy CONSTRAINED, exported members of the host and nothing else of it, no output, a clock in UTC, and counted
/// statements where the platform wants that.
final class GuestEngine implements AutoCloseable {
    /// Contexts of one engine must agree on this object.
    private static final HostAccess HOST_ACCESS =
            HostAccess.newBuilder(HostAccess.CONSTRAINED).allowArrayAccess(true).build();

    private final String language;
    private final Engine engine;
    private final Statements statements = new Statements();

    GuestEngine(String language) {
        this.language = language;
        this.engine =
                Engine.newBuilder(language)
                        .sandbox(SandboxPolicy.CONSTRAINED)
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .build();
    }

    boolean isCompiling() {
        return !"Interpreted".equals(engine.getImplementationName());
    }

    /// Name and version, for operators.
    String runtime() {
        return engine.getImplementationName() + " " + engine.getVersion();
    }

    Statements statements() {
        return statements;
    }

    /// A context that still lacks its files.
    Context.Builder context() {
        return statements
                .bound(Context.newBuilder(language))
                .engine(engine)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .allowHostAccess(HOST_ACCESS)
                .timeZone(ZoneOffset.UTC)
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        engine.close(true);
    }
}
