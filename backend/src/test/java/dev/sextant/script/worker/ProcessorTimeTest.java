// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void theNameOfTheProgramMayHoldAnything() {
        var line = "7 (a) 1 (b c) S 1 7 7 0 -1 4194304 90 0 0 0 120 34 0 0 20 0 1 0 5 6 7";

        assertThat(ProcessorTime.used(line)).isEqualTo(Duration.ofMillis(1_540));
    }

    @Test
    void itIsWhatTheJdkTells() throws IOException {
        var own = ProcessHandle.current();
        try (var time = new ProcessorTime(own)) {
            var before = own.info().totalCpuDuration().orElseThrow();
            var used = time.used();
            var after = own.info().totalCpuDuration().orElseThrow();

            assertThat(used).isBetween(before, after).isPositive();
        }
    }

    @Test
    void aProcessThatIsGoneHasNone() throws IOException, InterruptedException {
        var process = new ProcessBuilder("true").start();
        try (var time = new ProcessorTime(process.toHandle())) {
            process.waitFor();

            assertThat(time.used()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aClosedFileIsReplacedByWhatTheJdkTells() throws IOException {
        var time = new ProcessorTime(ProcessHandle.current());
        time.close();

        assertThat(time.used()).isPositive();
    }
}
