// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.script.Language;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// The usual runtime of a language on this machine, which runs the loop of our rule for comparison.
///
/// @param name as the result calls it
/// @param program that is started
record LoopPeer(String name, String program) {
    private static final int ROUNDS = 4;

    static LoopPeer of(Language language) {
        return switch (language) {
            case JAVASCRIPT -> new LoopPeer("node", "node");
            case PYTHON -> new LoopPeer("cpython", "python3");
        };
    }

    /// Milliseconds of the best of a few rounds; nothing when it is not installed or does not do it.
    OptionalDouble millis(String loop) throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder(program, flag(), loop + timing())
                            .redirectErrorStream(true)
                            .start();
            var told = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? OptionalDouble.of(Double.parseDouble(told))
                    : OptionalDouble.empty();
        } catch (IOException _) {
            return OptionalDouble.empty();
        }
    }

    String version() throws InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(program, "--version")).start();
            var told = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? told : "";
        } catch (IOException _) {
            return "";
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
