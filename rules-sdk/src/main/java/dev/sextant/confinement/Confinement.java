// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

import dev.sextant.confinement.Libc.RefusedException;
import dev.sextant.protocol.Message.Drop;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.logging.LogManager;

/// What a worker gives up once it is warm, for good. Each step stands alone: one that fails is reported, and the next is
/// tried all the same. All hold for every thread of the process, those of the JVM included; so neither a network
/// namespace nor Landlock is used, which a process of many threads can only enter one thread at a time.
public final class Confinement {
    /// Users that no system gives to anybody: one for each worker, by its process id.
    private static final long FIRST_USER = 1_900_000_000L;

    private static final int PR_SET_DUMPABLE = 4;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_CORE = 4;
    private static final int RLIMIT_NPROC = 6;
    private static final int RLIMIT_NOFILE = 7;
    private static final int RLIMIT_AS = 9;
    private static final int SECCOMP_SET_MODE_FILTER = 1;
    private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

    /// Bytes of its console, which is a file of the backend.
    private static final long CONSOLE_BYTES = 1 << 20;

    private static final long THREADS = 200;
    private static final long SPARE_DESCRIPTORS = 4;

    /// What may be mapped beyond what the JVM has reserved already: threads, metadata, buffers of the compiler.
    private static final long SPARE_ADDRESSES = 512L << 20;

    private static final int PROGRAM_HEAD_BYTES = 16;
    private static final int INSTRUCTION_BYTES = 8;

    private final Machine machine;
    private final Libc libc;
    private final List<Drop> drops = new ArrayList<>();

    private Confinement(Machine machine) {
        this.machine = machine;
        this.libc = new Libc(machine);
    }

    /// Confines this process.
    public static List<Drop> apply() {
        openWhatIsNeededLater();
        var machine = Machine.own();
        if (machine.isEmpty()) {
            var system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
            return List.of(new Drop(Drop.SYSTEM_CALLS, "not known how to do it with " + system));
        }
        return new Confinement(machine.get()).dropAll();
    }

    /// Classes are loaded as they are needed, from files that must be open by then: a search for what is nowhere opens
    /// every file of the class path and the module path. Some parts of the JDK read files of their own when first used.
    private static void openWhatIsNeededLater() {
        ClassLoader.getSystemClassLoader().getResource("nowhere");
        var _ = ZoneId.of("Asia/Shanghai").getRules();
        var _ = TimeZone.getTimeZone("Asia/Shanghai").getRawOffset();
        var _ = LogManager.getLogManager().getLogger("");
        var _ = new SecureRandom().nextLong();
    }

    private List<Drop> dropAll() {
        boolean root = isRoot();
        drop("new-privileges", () -> libc.call(SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
        drop("core-dumps", () -> limit(RLIMIT_CORE, 0));
        drop("file-size", () -> limit(RLIMIT_FSIZE, CONSOLE_BYTES));
        drop("descriptors", () -> limit(RLIMIT_NOFILE, openDescriptors() + SPARE_DESCRIPTORS));
        drop("address-space", () -> limit(RLIMIT_AS, addresses() + SPARE_ADDRESSES));
        if (root) {
            drop("user", this::becomeNobody);
            // Counts by user: so it means something only where the worker has one of its own.
            drop("threads", () -> limit(RLIMIT_NPROC, THREADS));
        } else {
            drops.add(new Drop("user", "only root can change it"));
        }
        // Last but one, since a change of the user brings it back.
        drop("memory-dump", () -> libc.call(SystemCall.PRCTL, PR_SET_DUMPABLE, 0, 0, 0, 0));
        drop(Drop.SYSTEM_CALLS, this::filterCalls);
        return List.copyOf(drops);
    }

    private boolean isRoot() {
        try {
            return libc.call(SystemCall.GETEUID) == 0;
        } catch (RefusedException _) {
            return false;
        }
    }

    private void becomeNobody() throws RefusedException {
        long user = FIRST_USER + ProcessHandle.current().pid();
        libc.function("setgroups", 0, 0);
        libc.function("setresgid", user, user, user);
        libc.function("setresuid", user, user, user);
    }

    private void limit(int resource, long value) throws RefusedException {
        var both = libc.allocate(2L * Long.BYTES);
        both.set(ValueLayout.JAVA_LONG, 0, value);
        both.set(ValueLayout.JAVA_LONG, Long.BYTES, value);
        libc.call(SystemCall.PRLIMIT64, 0, resource, both.address(), 0);
    }

    private void filterCalls() throws RefusedException {
        int process = Math.toIntExact(ProcessHandle.current().pid());
        var program = CallFilter.program(machine, process);
        var instructions = libc.allocate((long) program.size() * INSTRUCTION_BYTES);
        CallFilter.write(program, instructions);
        var head = libc.allocate(PROGRAM_HEAD_BYTES);
        head.set(ValueLayout.JAVA_SHORT, 0, (short) program.size());
        head.set(ValueLayout.JAVA_LONG, Long.BYTES, instructions.address());
        long stuck =
                libc.call(
                        SystemCall.SECCOMP,
                        SECCOMP_SET_MODE_FILTER,
                        SECCOMP_FILTER_FLAG_TSYNC,
                        head.address());
        if (stuck != 0) {
            throw new RefusedException("thread %d has a filter of its own".formatted(stuck));
        }
    }

    private static long openDescriptors() throws RefusedException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            // The highest counts, not how many there are.
            return open.mapToLong(file -> Long.parseLong(file.getFileName().toString()))
                            .max()
                            .orElse(0)
                    + 1;
        } catch (IOException problem) {
            throw new RefusedException("/proc/self/fd cannot be read");
        }
    }

    private static long addresses() throws RefusedException {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmSize:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
            throw new RefusedException("/proc/self/status does not tell the size");
        } catch (IOException problem) {
            throw new RefusedException("/proc/self/status cannot be read");
        }
    }

    private void drop(String what, Step step) {
        try {
            step.take();
            drops.add(new Drop(what, null));
        } catch (RefusedException refused) {
            drops.add(new Drop(what, refused.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws RefusedException;
    }
}
