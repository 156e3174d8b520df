// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Another JVM that works in a folder, says what it did line by line, and is killed without a warning.
final class KilledProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private KilledProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader();
        // Reading a line cannot be interrupted: a process that hangs must not hold its test for
        // ever.
        CompletableFuture.delayedExecutor(5, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    static KilledProcess start(Class<?> main, Path folder, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                folder.toString()));
        command.addAll(List.of(arguments));
        return new KilledProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    String line() throws IOException {
        var line = lines.readLine();
        assertThat(line).as("the process ended by itself").isNotNull();
        return line;
    }

    boolean hasLine() throws IOException {
        return lines.ready();
    }

    long id() {
        return process.pid();
    }

    /// As SIGKILL does; returns when it is gone.
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(problem);
        }
        lines.close();
    }
}
