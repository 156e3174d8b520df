// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// CPU time of the backend and of its workers from a moment on. Unlike times by the clock it says the same on a machine
/// that has other work to do.
final class CpuMeter {
    private final Map<Long, Duration> before = used();

    /// Milliseconds of the process that runs the bench, which stands for the backend.
    double backendMillis() {
        long own = ProcessHandle.current().pid();
        return grown(pid -> pid == own);
    }

    /// Milliseconds of the workers that lived when the meter began: spares that start meanwhile are not counted.
    double workerMillis() {
        long own = ProcessHandle.current().pid();
        return grown(pid -> pid != own);
    }

    private double grown(LongPredicate counted) {
        return used().entrySet().stream()
                .filter(process -> counted.test(process.getKey()))
                .filter(process -> before.containsKey(process.getKey()))
                .mapToLong(process ->
                        process.getValue().minus(before.get(process.getKey())).toMillis())
                .sum();
    }

    private static Map<Long, Duration> used() {
        var own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.children())
                .collect(
                        Collectors.toMap(
                                ProcessHandle::pid,
                                process ->
                                        process.info().totalCpuDuration().orElse(Duration.ZERO)));
    }
}
