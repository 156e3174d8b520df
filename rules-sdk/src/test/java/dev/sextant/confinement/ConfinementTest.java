// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message.Drop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Attempts from inside of a confined process, before and after; see [Attempts].
@Timeout(60)
class ConfinementTest {
    /// What any process may do that is not confined: else the test would show nothing.
    private static final List<String> ANYBODY_MAY =
            List.of(
                    "listens",
                    "opens-datagrams",
                    "reads-files",
                    "reads-environment",
                    "lists-folders",
                    "writes-files",
                    "deletes-files",
                    "makes-folders",
                    "executes",
                    "forks",
                    "opens-processes",
                    "sets-limits");

    private static final String NOBODY = "65534";

    @TempDir Path folder;
    private Process bystander;

    @BeforeEach
    void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var readable = Files.writeString(folder.resolve("readable"), "secret");
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(folder.resolve("locked"), "secret");
        bystander = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        bystander.destroyForcibly();
    }

    @Test
    void nothingButComputingIsLeft() throws Exception {
        var told = attempts(List.of());

        assertConfined(told);
        assertThat(told).containsEntry("drop user", isRoot() ? "" : "only root can change it");
    }

    @Test
    void anOrdinaryUserIsConfinedAsWell() throws Exception {
        var asNobody = List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
        var told = attempts(isRoot() ? asNobody : List.of());

        assertConfined(told);
        assertThat(told).containsEntry("drop user", "only root can change it");
    }

    private static void assertConfined(Map<String, String> told) {
        assertThat(told)
                .containsEntry("drop " + Drop.SYSTEM_CALLS, "")
                .containsEntry("drop new-privileges", "")
                .containsEntry("drop memory-dump", "")
                .containsEntry("drop core-dumps", "")
                .containsEntry("drop address-space", "");
        for (var name : ANYBODY_MAY) {
            assertThat(told).containsEntry("before " + name, "done");
        }
        var afterwards =
                told.keySet().stream().filter(key -> key.matches("(after|earlier) .*")).toList();
        assertThat(afterwards).hasSizeGreaterThan(40);
        for (var attempt : afterwards) {
            assertThat(told.get(attempt))
                    .as(attempt)
                    .containsPattern("not permitted|not implemented");
        }
        // And what a worker needs still works.
        assertThat(told)
                .containsEntry("classes", "LoadedLater[value=1]")
                .containsEntry("threads", "")
                .containsEntry("memory", String.valueOf(32 << 20));
    }

    /// What the process told, by its key.
    private Map<String, String> attempts(List<String> before) throws Exception {
        // As a worker's: a confined process loads classes only from files that it holds open.
        var classes = folder.resolve("classes.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(classes))) {
            add(Path.of("target/classes"), jar);
            add(Path.of("target/test-classes"), jar);
        }
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes.toString(),
                        Attempts.class.getName(),
                        folder.toString(),
                        String.valueOf(bystander.pid())));
        // Into a file: what the process leaves behind could hold a pipe open for ever.
        var output = Files.createTempFile(folder, "told", "");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        var told = new TreeMap<String, String>();
        Files.readAllLines(output).forEach(line -> keep(line, told));
        assertThat(ended).as(told.toString()).isTrue();
        assertThat(process.exitValue()).as(told.toString()).isZero();
        return told;
    }

    private static void keep(String line, Map<String, String> told) {
        var words = line.split(" ", 3);
        boolean named = words.length > 1 && words[0].matches("drop|before|after|earlier");
        var key = named ? words[0] + " " + words[1] : words[0];
        told.put(key, line.substring(key.length()).strip());
    }

    private static void add(Path root, JarOutputStream jar) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
