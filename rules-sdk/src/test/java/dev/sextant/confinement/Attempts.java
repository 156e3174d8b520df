// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// Main class of a process that tries what a guest would try that broke out of its language, confines itself as a worker
/// does, and tries again: on the thread that confined the process and on one that was there before. For each attempt it
/// prints when, what, and "done" or why not. Arguments: a folder for what the attempts leave behind, and the process id of
/// a bystander.
final class Attempts {
    private static final int SIGCHLD = 17;
    private static final int SIGKILL = 9;
    private static final int PTRACE_SEIZE = 0x4206;
    private static final int RLIMIT_NOFILE = 7;

    private final Path folder;
    private final long bystander;
    private final boolean x8664 = Machine.own().orElseThrow() == Machine.X86_64;
    private final Libc libc = new Libc(Machine.own().orElseThrow());

    private final ArrayDeque<Path> deletable = new ArrayDeque<>();

    private Attempts(Path folder, long bystander) throws IOException {
        this.folder = folder;
        this.bystander = bystander;
        for (int index = 0; index < 3; index++) {
            deletable.add(Files.createTempFile(folder, "deletable", ""));
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var attempts = new Attempts(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        var confined = new CountDownLatch(1);
        var earlier =
                Thread.ofPlatform()
                        .start(() -> {
                            await(confined);
                            attempts.tryAll("earlier");
                        });
        attempts.tryAll("before");
        for (var drop : Confinement.apply()) {
            System.out.println(
                    "drop " + drop.what() + " " + (drop.failure() == null ? "" : drop.failure()));
        }
        attempts.tryAll("after");
        confined.countDown();
        earlier.join();
        System.out.println("classes " + new LoadedLater(1));
        Thread.ofPlatform().start(() -> System.out.println("threads")).join();
        System.out.println("memory " + new byte[32 << 20].length);
    }

    private void tryAll(String when) {
        all().forEach((name, attempt) ->
                System.out.println(when + " " + name + " " + outcome(attempt)));
    }

    private Map<String, Attempt> all() {
        var all = new LinkedHashMap<String, Attempt>();
        addNetwork(all);
        addFiles(all);
        addProcesses(all);
        addKernel(all);
        return all;
    }

    private void addNetwork(Map<String, Attempt> all) {
        var nobody = InetAddress.getLoopbackAddress();
        all.put("connects", () -> new Socket(nobody, 1).close());
        all.put("listens", () -> new ServerSocket(0, 1, nobody).close());
        all.put("opens-datagrams", () -> DatagramChannel.open().close());
    }

    private void addFiles(Map<String, Attempt> all) {
        var readable = folder.resolve("readable");
        all.put("reads-files", () -> Files.readString(readable));
        all.put("reads-environment", () -> Files.readAllBytes(Path.of("/proc/self/environ")));
        all.put("lists-folders", () -> Files.list(folder).close());
        all.put("writes-files", () -> Files.writeString(folder.resolve("written"), "x"));
        all.put(
                "changes-modes",
                () -> Files.setPosixFilePermissions(folder.resolve("locked"), Set.of()));
        all.put("deletes-files", () -> Files.delete(deletable.remove()));
        all.put("makes-folders", () -> Files.createTempDirectory(folder, "made"));
    }

    private void addProcesses(Map<String, Attempt> all) {
        all.put("executes", () -> new ProcessBuilder("/bin/true").start().waitFor());
        all.put("forks", this::fork);
        all.put("kills", () -> raw(62, 129, bystander, 0));
        all.put("opens-processes", () -> raw(434, 434, bystander, 0));
        all.put("traces", () -> raw(101, 117, PTRACE_SEIZE, bystander, 0, 0));
        all.put("reads-memory", () -> raw(310, 270, bystander, 0, 0, 0, 0, 0));
    }

    private void addKernel(Map<String, Attempt> all) {
        all.put("mounts", () -> raw(165, 40, 0, 0, 0, 0, 0));
        all.put("loads-programs", () -> raw(321, 280, 0, 0, 0));
        all.put("unshares", () -> raw(272, 97, 0));
        all.put("sets-limits", this::setLimit);
        all.put("becomes-root", () -> raw(105, 146, 0));
        all.put("uses-rings", () -> raw(425, 425, 1, 0));
        all.put("keeps-keys", () -> raw(250, 219, 0, 0, 0));
    }

    /// The child has one thread, in which a JVM can hang before it gets to its exit; so its parent ends it, too.
    private void fork() throws Libc.RefusedException {
        long child = libc.call(SystemCall.CLONE, SIGCHLD, 0, 0, 0, 0);
        if (child == 0) {
            libc.call(SystemCall.EXIT_GROUP, 0);
        }
        raw(62, 129, child, SIGKILL);
    }

    private void setLimit() throws Libc.RefusedException {
        var both = libc.allocate(2L * Long.BYTES);
        libc.call(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, 0, both.address());
        libc.call(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, both.address(), 0);
    }

    private void raw(int onX8664, int onAarch64, long... arguments) throws Libc.RefusedException {
        libc.number(x8664 ? onX8664 : onAarch64, arguments);
    }

    private static String outcome(Attempt attempt) {
        try {
            attempt.make();
            return "done";
        } catch (IOException | Libc.RefusedException problem) {
            return String.valueOf(problem.getMessage());
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void make() throws IOException, InterruptedException, Libc.RefusedException;
    }

    /// Not loaded before it is first used.
    private record LoadedLater(int value) {}
}
