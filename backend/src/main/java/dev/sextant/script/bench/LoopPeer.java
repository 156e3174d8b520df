// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import dev.sextant.script.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// The usual runtime of a language on this machine, which runs the loop of our rule for comparison.
///
/// @param name as the result calls it
/// @param program that is started
record LoopPeer(String name, String program) {
    private static final int ROUNDS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static LoopPeer of(Language language) {
        return switch (language) {
            case JAVASCRIPT -> new LoopPeer("node", "node");
            case PYTHON -> new LoopPeer("cpython", "python3");
            case ONNX -> throw new IllegalArgumentException("models have no loop");
        };
    }

    /// Milliseconds of the best of a few rounds; nothing when it is not installed or does not do it.
    OptionalDouble millis(String loop) throws InterruptedException {
        var told = told(List.of(program, flag(), loop + timing()));
        return told.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(told));
    }

    String version() throws InterruptedException {
        return told(List.of(program, "--version"));
    }

    /// What a program says; nothing when it fails, or takes too long. It is read when the program has ended, so that
    /// nobody waits for one that hangs.
    private static String told(List<String> line) throws InterruptedException {
        Path output = null;
        try {
            output = Files.createTempFile("sextant-bench", ".txt");
            var process =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean hasEnded = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            return hasEnded && process.exitValue() == 0 ? Files.readString(output).strip() : "";
        } catch (IOException _) {
            return "";
        } finally {
            if (output != null) {
                var _ = output.toFile().delete();
            }
        }
    }

    private String flag() {
        return name.equals("node") ? "-e" : "-c";
    }

    private String timing() {
        return name.equals("node")
                ? """

                let best = Infinity;
                for (let round = 0; round < %d; round++) {
                  const start = performance.now(); loop(20000000);
                  best = Math.min(best, performance.now() - start);
                }
                console.log(best);
                """
                        .formatted(ROUNDS)
                : """

                import time
                best = 1e9
                for _ in range(%d):
                    start = time.perf_counter(); loop(20000000)
                    best = min(best, (time.perf_counter() - start) * 1000)
                print(best)
                """
                        .formatted(ROUNDS / 2);
    }
}
