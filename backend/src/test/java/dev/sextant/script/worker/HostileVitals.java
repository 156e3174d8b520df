// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import dev.sextant.script.worker.HostileReport.Base;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the operating system and the virtual machine say of the platform's threads, processes and memory.
final class HostileVitals {
    static final Base UNKNOWN = new Base(0, 0, 0, 0, 0);
    private static final long PAGE = 4_096;

    /// Processes of other tests in this virtual machine.
    private final Set<Long> strangers = new HashSet<>();

    /// To be made before the sandbox starts.
    HostileVitals() {
        strangers.addAll(
                ProcessHandle.current()
                        .descendants()
                        .map(ProcessHandle::pid)
                        .collect(Collectors.toSet()));
    }

    Base now() {
        var workers = workers();
        var system = ManagementFactory.getOperatingSystemMXBean();
        System.gc();
        return new Base(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                workers.size(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                workers.stream().mapToLong(HostileVitals::resident).max().orElse(0),
                system.getSystemLoadAverage() / system.getAvailableProcessors());
    }

    /// How long collections have stopped this virtual machine by now, most of them asked for by [#now] in another lane: no
    /// script's doing.
    static Duration stopped() {
        return Duration.ofMillis(
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                        .sum());
    }

    /// Virtual machines below this one.
    List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> !strangers.contains(process.pid()))
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .toList();
    }

    private static long resident(ProcessHandle process) {
        try {
            var statm = Files.readString(Path.of("/proc/" + process.pid() + "/statm"));
            return PAGE * Long.parseLong(statm.split(" ")[1]);
        } catch (IOException _) {
            // It ended meanwhile.
            return 0;
        }
    }
}
