// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

import static dev.sextant.confinement.SystemCall.*;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// The filter of system calls as a program for the kernel (classic BPF). What is not on the list is refused: a warm JVM
/// computes, waits, maps memory, starts threads, and talks over descriptors that it has; it opens nothing, connects to
/// nothing, and starts, signals or watches no process. Calls newer than the list answer as if the kernel did not know them,
/// so that the C library takes its older ways. Asking whether a path exists is allowed: the JDK asks before it takes
/// a jar again that it holds open.
final class CallFilter {
    /// Without looking at their arguments.
    static final EnumSet<SystemCall> ALLOWED =
            EnumSet.of(
                    READ,
                    WRITE,
                    READV,
                    WRITEV,
                    PREAD64,
                    LSEEK,
                    CLOSE,
                    FSTAT,
                    STAT,
                    LSTAT,
                    NEWFSTATAT,
                    STATX,
                    SHUTDOWN,
                    POLL,
                    PPOLL,
                    MMAP,
                    MPROTECT,
                    MUNMAP,
                    MREMAP,
                    MINCORE,
                    MADVISE,
                    BRK,
                    FUTEX,
                    MEMBARRIER,
                    SET_ROBUST_LIST,
                    GET_ROBUST_LIST,
                    SET_TID_ADDRESS,
                    RSEQ,
                    SCHED_YIELD,
                    SCHED_GETAFFINITY,
                    GETCPU,
                    GETPRIORITY,
                    NANOSLEEP,
                    CLOCK_NANOSLEEP,
                    CLOCK_GETTIME,
                    CLOCK_GETRES,
                    GETTIMEOFDAY,
                    TIME,
                    TIMES,
                    RT_SIGACTION,
                    RT_SIGPROCMASK,
                    RT_SIGRETURN,
                    RT_SIGSUSPEND,
                    SIGALTSTACK,
                    RESTART_SYSCALL,
                    GETPID,
                    GETPPID,
                    GETTID,
                    GETUID,
                    GETEUID,
                    GETGID,
                    GETEGID,
                    UNAME,
                    SYSINFO,
                    GETRUSAGE,
                    GETRLIMIT,
                    GETRANDOM,
                    EXIT,
                    EXIT_GROUP);

    private static final int FIRST_UNKNOWN = 424;
    private static final int X32 = 0x40000000;
    private static final int CLONE_THREAD = 0x00010000;
    private static final int CLONE_NEW_NAMESPACES = 0x7e020000;
    private static final int F_GETFD = 1;
    private static final int F_SETFL = 4;
    private static final int FIONREAD = 0x541b;
    private static final int PR_SET_NAME = 15;
    private static final int PR_SET_VMA = 0x53564d41;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050000 + 1;
    private static final int NOT_KNOWN = 0x00050000 + 38;

    private static final short LOAD = 0x20;
    private static final short EQUAL = 0x15;
    private static final short AT_LEAST = 0x35;
    private static final short ANY_BIT = 0x45;
    private static final short RETURN = 0x06;
    private static final int NUMBER_OFFSET = 0;
    private static final int MACHINE_OFFSET = 4;
    private static final int ARGUMENTS_OFFSET = 16;
    private static final int INSTRUCTION_BYTES = 8;

    private final Machine machine;
    private final List<Instruction> program = new ArrayList<>();

    /// One instruction: jumps count the instructions to skip when it holds and when it does not.
    record Instruction(short code, byte whenTrue, byte whenFalse, int value) {}

    private CallFilter(Machine machine) {
        this.machine = machine;
    }

    /// @param process the only one that may be signalled: this one
    static List<Instruction> program(Machine machine, int process) {
        var filter = new CallFilter(machine);
        filter.refuseForeignMachines();
        ALLOWED.forEach(filter::allow);
        filter.allowThreads();
        filter.allowWhen(TGKILL, 0, process);
        filter.allowWhen(PRCTL, 0, PR_SET_NAME, PR_SET_VMA);
        filter.allowWhen(FCNTL, 1, F_GETFD, F_GETFD + 1, F_SETFL - 1, F_SETFL);
        filter.allowWhen(IOCTL, 1, FIONREAD);
        filter.allowReadingOfLimits();
        filter.add(RETURN, 0, 0, NOT_PERMITTED);
        return List.copyOf(filter.program);
    }

    /// The program as the kernel takes it.
    static void write(List<Instruction> program, MemorySegment target) {
        for (int index = 0; index < program.size(); index++) {
            var instruction = program.get(index);
            long at = (long) index * INSTRUCTION_BYTES;
            target.set(ValueLayout.JAVA_SHORT, at, instruction.code());
            target.set(ValueLayout.JAVA_BYTE, at + 2, instruction.whenTrue());
            target.set(ValueLayout.JAVA_BYTE, at + 3, instruction.whenFalse());
            target.set(ValueLayout.JAVA_INT, at + 4, instruction.value());
        }
    }

    private void refuseForeignMachines() {
        add(LOAD, 0, 0, MACHINE_OFFSET);
        add(EQUAL, 1, 0, machine.audit());
        add(RETURN, 0, 0, KILL_PROCESS);
        add(LOAD, 0, 0, NUMBER_OFFSET);
        add(AT_LEAST, 0, 1, X32);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(AT_LEAST, 0, 1, FIRST_UNKNOWN);
        add(RETURN, 0, 0, NOT_KNOWN);
    }

    private void allow(SystemCall call) {
        int number = call.number(machine);
        if (number >= 0) {
            add(EQUAL, 0, 1, number);
            add(RETURN, 0, 0, ALLOW);
        }
    }

    /// New threads of this process, in its own namespaces; no new processes.
    private void allowThreads() {
        add(EQUAL, 0, 5, CLONE.number(machine));
        loadArgument(0);
        add(ANY_BIT, 2, 0, CLONE_NEW_NAMESPACES);
        add(ANY_BIT, 0, 1, CLONE_THREAD);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, NOT_PERMITTED);
    }

    /// A call whose argument is one of a few; ends the program for this call.
    private void allowWhen(SystemCall call, int argument, int... values) {
        int length = 2 + 2 * values.length;
        add(EQUAL, 0, length, call.number(machine));
        loadArgument(argument);
        for (int value : values) {
            add(EQUAL, 0, 1, value);
            add(RETURN, 0, 0, ALLOW);
        }
        add(RETURN, 0, 0, NOT_PERMITTED);
    }

    /// Without new limits (a null pointer) and of this process.
    private void allowReadingOfLimits() {
        add(EQUAL, 0, 6, PRLIMIT64.number(machine));
        loadArgument(2);
        add(EQUAL, 0, 3, 0);
        add(LOAD, 0, 0, ARGUMENTS_OFFSET + 2 * Long.BYTES + Integer.BYTES);
        add(EQUAL, 0, 1, 0);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, NOT_PERMITTED);
    }

    /// The lower half of an argument; both machines are little-endian.
    private void loadArgument(int index) {
        add(LOAD, 0, 0, ARGUMENTS_OFFSET + index * Long.BYTES);
    }

    private void add(short code, int whenTrue, int whenFalse, int value) {
        program.add(new Instruction(code, (byte) whenTrue, (byte) whenFalse, value));
    }
}
