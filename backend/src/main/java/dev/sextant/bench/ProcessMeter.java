// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process has used, read from /proc: processor time, memory, open files.
public record ProcessMeter(long pid) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /// Processor time since its start, in user and system mode.
    public double cpuSeconds() throws IOException {
        var line = Files.readString(of("stat"));
        // The name of the program stands in parentheses and may hold blanks.
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
                / TICKS_PER_SECOND;
    }

    /// Memory that is in use now, Java heap and native.
    public double residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /// The most that was in use at one time.
    public double peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    public long descriptors() throws IOException {
        try (var open = Files.list(of("fd"))) {
            return open.count();
        }
    }

    /// Waits until the process has nothing left to do: less than a twentieth of a core over two seconds.
    ///
    /// @return processor seconds since its start
    public double settle(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        double before = cpuSeconds();
        while (System.nanoTime() < end) {
            Thread.sleep(Duration.ofSeconds(2));
            double now = cpuSeconds();
            if (now - before < 0.1) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private double status(String field) throws IOException {
        return Files.readAllLines(of("status")).stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    private Path of(String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
