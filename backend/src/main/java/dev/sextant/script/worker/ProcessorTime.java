// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The CPU time of one process. On Linux it is read off an open file in 4 µs; what the JDK tells takes 30 µs, too long for
/// what is asked several times in each evaluation, and is for other systems.
final class ProcessorTime implements Closeable {
    private static final Logger LOG = Logger.getLogger(ProcessorTime.class);
    private static final int LONGEST_LINE = 1_024;

    /// What the kernel counts in, for programs, on every architecture that Java runs on.
    private static final long MILLIS_PER_TICK = 10;

    /// Places in the line after the name of the program, which is in brackets and may hold anything.
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private final ProcessHandle process;
    private final @Nullable FileChannel stat;

    ProcessorTime(ProcessHandle process) {
        this.process = process;
        this.stat = open(Path.of("/proc", String.valueOf(process.pid()), "stat"));
    }

    private static @Nullable FileChannel open(Path file) {
        try {
            return FileChannel.open(file);
        } catch (IOException problem) {
            LOG.debugf("CPU time as the JDK tells it: %s", problem.getMessage());
            return null;
        }
    }

    /// What the process has used so far; nothing when it is gone or the system does not tell.
    Duration used() {
        if (stat != null) {
            try {
                var line = ByteBuffer.allocate(LONGEST_LINE);
                int length = stat.read(line, 0);
                if (length > 0) {
                    return used(new String(line.array(), 0, length, US_ASCII));
                }
            } catch (IOException problem) {
                LOG.debugf("no CPU time of process %d: %s", process.pid(), problem.getMessage());
            }
        }
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// @param line of /proc/PID/stat
    static Duration used(String line) {
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }

    @Override
    public void close() throws IOException {
        if (stat != null) {
            stat.close();
        }
    }
}
