// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Calls into the C library. All have one shape, up to seven words in and one out, since a shape of its own for each
/// function would cost the start of every worker the making of another method handle.
final class Libc {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;
    private static final int WORDS = 7;
    private static final long LONGEST_TEXT = 200;

    private final Machine machine;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment state = arena.allocate(STATE);
    private final MethodHandle systemCall = handle("syscall");

    Libc(Machine machine) {
        this.machine = machine;
    }

    /// The machine's number of a call, then its arguments.
    ///
    /// @throws RefusedException when the kernel refuses
    long call(SystemCall call, long... arguments) throws RefusedException {
        return number(call.number(machine), arguments);
    }

    /// A call by its number on this machine.
    ///
    /// @throws RefusedException when the kernel refuses
    long number(int number, long... arguments) throws RefusedException {
        var words = new long[WORDS];
        words[0] = number;
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return invoke(systemCall, words);
    }

    /// A function of the C library itself: those that change the user do so for all threads, which the system calls of
    /// the same names do not.
    ///
    /// @throws RefusedException when it answers -1
    void function(String name, long... arguments) throws RefusedException {
        var words = new long[WORDS];
        System.arraycopy(arguments, 0, words, 0, arguments.length);
        // An int comes back: what stands in the upper half of the word is nobody's.
        invoke(handle(name), words);
    }

    /// Memory that lives as long as this object.
    MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, Long.BYTES);
    }

    private static MethodHandle handle(String name) {
        var linker = Linker.nativeLinker();
        var shape = FunctionDescriptor.of(WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD);
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                shape,
                Linker.Option.captureCallState("errno"));
    }

    private long invoke(MethodHandle handle, long[] words) throws RefusedException {
        long answer;
        try {
            answer =
                    (long)
                            handle.invokeExact(
                                    state, words[0], words[1], words[2], words[3], words[4],
                                    words[5], words[6]);
        } catch (Throwable problem) {
            // A method handle declares every problem; a call into C has none of its own.
            throw new IllegalStateException("the C library could not be called", problem);
        }
        if ((int) answer == -1) {
            throw new RefusedException(text((int) ERRNO.get(state, 0L)));
        }
        return answer;
    }

    private String text(int error) {
        try {
            long address = invoke(handle("strerror"), new long[] {error, 0, 0, 0, 0, 0, 0});
            return MemorySegment.ofAddress(address).reinterpret(LONGEST_TEXT).getString(0);
        } catch (RefusedException _) {
            return "error " + error;
        }
    }

    /// The kernel said no, and why, in its own words.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }
}
