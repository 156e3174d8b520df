// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/// A warm context with the prelude in it. It serves one version of one rule, one evaluation at a time, from the first
/// [#load] on.
final class PythonContext implements AutoCloseable {
    private final Context context;
    private final Value run;
    private final Value load;
    private final Value header;
    private final Value surface;
    private final Value prime;
    private final Value imported;
    private boolean loaded;
    private int evaluations;

    PythonContext(Context context, Source prelude) {
        this.context = context;
        context.eval(prelude);
        var entrances = context.getBindings("python").getMember("entrances");
        this.run = entrances.getMember("run");
        this.load = entrances.getMember("load");
        this.header = entrances.getMember("header");
        this.surface = entrances.getMember("surface");
        this.prime = entrances.getMember("prime");
        this.imported = entrances.getMember("imported");
        prime.executeVoid((Object) new String[] {"datetime"});
    }

    /// Imports modules of the standard library beforehand, so that no evaluation waits for them.
    PythonContext importing(String[] modules) {
        prime.executeVoid((Object) modules);
        return this;
    }

    /// The modules of the standard library that were imported for the rule.
    String[] imported() {
        return imported.execute().asString().split(",");
    }

    /// Compiles the program, if this has not been done.
    ///
    /// @return with the member `problems`, which says what is wrong with its text
    Value load(Message.Program program) {
        loaded = true;
        return load.execute(program.name(), program.text(), modules(program));
    }

    /// What earlier evaluations ran is not counted against the next one.
    void countAnew() {
        context.resetLimits();
    }

    boolean isLoaded() {
        return loaded;
    }

    /// @return with the members `problems`, `json`, `state` and `spoiled`
    Value run(Message.Evaluate task, PythonHost host) {
        evaluations++;
        return run.execute(
                task.now(), host.calls(), host.logs(), task.parametersJson(), task.stateJson());
    }

    /// @return with the members `problems` and `json`
    Value header(PythonHost host) {
        return header.execute(host.logs());
    }

    /// Makes the context one that reads tests; it serves nothing else any more.
    ///
    /// @return with the members `problems` and `json`
    Value tests(Source testing, PythonHost host) {
        context.eval(testing);
        var entrances = context.getBindings("python").getMember("entrances");
        return entrances.getMember("tests").execute(host.logs());
    }

    String surface() {
        return surface.execute().asString();
    }

    int evaluations() {
        return evaluations;
    }

    /// Ends what runs in it, as far as the runtime can, and the context with it.
    @Override
    public void close() {
        context.close(true);
    }

    /// Names and texts in turn.
    private static String[] modules(Message.Program program) {
        return program.modules().stream()
                .<String>mapMulti((module, sink) -> {
                    sink.accept(module.name());
                    sink.accept(module.text());
                })
                .toArray(String[]::new);
    }
}
