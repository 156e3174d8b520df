// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The warm contexts of a worker: one per version of a rule, bounded, and one that is primed and belongs to nobody yet,
/// so that a new rule does not wait for its context. What a script did to modules or built-ins of its context is met by
/// nobody but the same version of the same rule.
///
/// The guest's thread takes and gives back; making and ending contexts, which takes long, happens on a thread of its own.
final class PythonContexts implements AutoCloseable {
    /// A context that has served so often makes room for a fresh one, as soon as that is ready. What was compiled for it goes
    /// with it, and compiling anew costs as much as thousands of evaluations.
    private static final int EVALUATIONS = 20_000;

    private static final int MOST = 16;

    /// What the engine, its compiler and one evaluation need of the heap.
    private static final long BYTES_OF_THE_ENGINE = 96L * 1024 * 1024;

    /// With a handful of modules of the standard library.
    private static final long BYTES_OF_A_CONTEXT = 12L * 1024 * 1024;

    private final Supplier<PythonContext> maker;
    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService keeper =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("contexts").daemon().factory());

    /// Most lately used last.
    private final LinkedHashMap<Message.Program, PythonContext> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    /// Fresh contexts on their way, for programs whose own has served long enough.
    private final HashMap<Message.Program, CompletableFuture<PythonContext>> successors =
            new HashMap<>();

    private @Nullable CompletableFuture<PythonContext> spare;

    PythonContexts(Supplier<PythonContext> maker) {
        this.maker = maker;
    }

    /// The context of a program, which is the caller's until it is given back by [#keep] or [#discard].
    PythonContext take(Message.Program program) {
        var own = kept.remove(program);
        if (own != null) {
            return own;
        }
        var ready = spare;
        spare = null;
        return ready == null ? make() : ready.join();
    }

    void keep(Message.Program program, PythonContext context) {
        var before = kept.put(program, successorOf(program, context));
        if (before != null) {
            keeper.execute(before::close);
        }
        if (kept.size() > bound()) {
            var eldest = kept.pollFirstEntry();
            keeper.execute(eldest.getValue()::close);
        }
        refill();
    }

    /// The context that serves next: the same, until a fresh one is ready that has its modules already.
    private PythonContext successorOf(Message.Program program, PythonContext context) {
        var successor = successors.get(program);
        if (successor != null && successor.isDone()) {
            successors.remove(program);
            keeper.execute(context::close);
            return successor.join();
        }
        if (successor == null && context.evaluations() >= EVALUATIONS) {
            var modules = context.imported();
            successors.put(
                    program,
                    CompletableFuture.supplyAsync(() -> make().importing(modules), keeper));
        }
        return context;
    }

    void discard(PythonContext context) {
        keeper.execute(context::close);
        refill();
    }

    /// Waits for the context of the next new program, if one is on its way.
    void awaitSpare() {
        if (spare != null) {
            var _ = spare.join();
        }
    }

    int made() {
        return made.get();
    }

    private void refill() {
        if (spare == null) {
            spare = CompletableFuture.supplyAsync(this::make, keeper);
        }
    }

    private PythonContext make() {
        made.incrementAndGet();
        return maker.get();
    }

    private static int bound() {
        long free = Runtime.getRuntime().maxMemory() - BYTES_OF_THE_ENGINE;
        return (int) Math.clamp(free / BYTES_OF_A_CONTEXT, 2, MOST);
    }

    @Override
    public void close() {
        keeper.shutdownNow();
    }
}
