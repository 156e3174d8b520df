// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real worker processes, one of each language.
@Timeout(180)
class WorkerTest {
    private static final long MOST_KIB_OF_PYTHON = 450 * 1024;
    private static final String COUNT = "data.metric(\"m\").last(\"5m\").count()";

    @TempDir Path folder;

    @Test
    void inJavaScriptItRunsCompiledStopsALoopGoesOnAndEndsWithItsBackend() throws Exception {
        try (var worker = TestWorker.start("javascript", folder)) {
            assertCompiled(worker);

            // Often, since a cancellation that comes at the wrong moment once ended the worker.
            for (var round = 0; round < 30; round++) {
                worker.evaluate("rule.js", javaScript(COUNT + "; for (;;) {}"));
                assertStopsAtOnce(worker);
                worker.evaluate("rule.js", javaScript("log(\"on\");"));
                assertThat(worker.receive()).isInstanceOf(Message.Evaluated.class);
            }

            worker.hangUp();
            assertThat(worker.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.process().exitValue()).isZero();
        }
    }

    @Test
    void inPythonItRunsCompiledStopsALoopGoesOnAndStaysSmall() throws Exception {
        try (var worker = TestWorker.start("python", folder)) {
            assertCompiled(worker);

            for (var round = 0; round < 3; round++) {
                worker.evaluate("rule.py", python(COUNT + "\nwhile True: pass"));
                assertStopsAtOnce(worker);
                worker.evaluate("rule.py", python("log(\"on\")"));
                assertThat(worker.receive()).isInstanceOf(Message.Evaluated.class);
            }

            assertThat(residentKib(worker.process())).isLessThan(MOST_KIB_OF_PYTHON);
            assertThat(folder).as("nothing was unpacked").isDirectoryNotContaining("glob:**.cache");
        }
    }

    private static void assertCompiled(TestWorker worker) throws IOException {
        assertThat(worker.receive())
                .isInstanceOfSatisfying(
                        Message.Hello.class, hello -> assertThat(hello.compiled()).isTrue());
    }

    private static void assertStopsAtOnce(TestWorker worker) throws IOException {
        assertThat(worker.answersItsHostCall()).isTrue();
        worker.send(new Message.Cancel());
        assertThat(worker.receive()).isInstanceOf(Message.Cancelled.class);
    }

    private static long residentKib(Process process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String javaScript(String body) {
        return Guests.file(Guests.HEADER, body);
    }

    private static String python(String body) {
        return PythonGuests.file(PythonGuests.HEADER, body);
    }
}
