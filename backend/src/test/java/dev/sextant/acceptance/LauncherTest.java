// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `./sextant` says before it builds or starts anything: one sentence with a way out.
class LauncherTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir Path folder;

    private record Said(int status, String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--host",
                "--data",
                "--config",
                "--database",
                "--rebuild",
                "SEXTANT_BOOTSTRAP_TOKEN"
            })
    void helpOfUpExplains(String word) throws Exception {
        var said = sextant("up", "--help");

        assertThat(said.status()).isZero();
        assertThat(said.text()).contains(word);
    }

    @Test
    void helpNamesTheCommands() throws Exception {
        assertThat(sextant().text()).contains("./sextant up", "./sextant test");
    }

    @Test
    void aTakenPortIsNamedWithItsOwnerAndAWayOut() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(socket.getLocalPort());

            var said = sextant("up", "--port", port, "--data", folder.toString());

            assertThat(said.status()).isEqualTo(1);
            assertThat(said.text())
                    .contains("port " + port + " is taken by")
                    .contains("--port")
                    .hasLineCount(1);
        }
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "not a folder");

        var said = sextant("up", "--port", "1", "--data", file.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("data folder " + file).contains("--data").hasLineCount(1);
    }

    @Test
    void aDataFolderThatNobodyCanWriteIsRefused() throws Exception {
        var said = sextant("up", "--port", "1", "--data", "/proc/self/task");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("data folder /proc")
                .contains("not writable")
                .contains("--data")
                .hasLineCount(1);
    }

    @Test
    void withoutAJdkItSaysHowToGetOne() throws Exception {
        var bare =
                Map.of(
                        "JAVA_HOME",
                        "",
                        "SEXTANT_JDK_FOLDERS",
                        folder.toString(),
                        "PATH",
                        "/usr/bin:/bin");

        var said = run(bare, "up", "--data", folder.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("JDK of version 25").contains("JAVA_HOME").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "abc"})
    void anImpossiblePortIsRefused(String port) throws Exception {
        var said = sextant("up", "--port", port, "--data", folder.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("--port " + port).hasLineCount(1);
    }

    @Test
    void whatItDoesNotKnowItRefuses() throws Exception {
        assertThat(sextant("dance").text()).contains("no command dance").hasLineCount(1);
        assertThat(sextant("up", "--dance").text()).contains("no option --dance").hasLineCount(1);
        assertThat(sextant("up", "--port").text()).contains("--port needs a value").hasLineCount(1);
        assertThat(sextant("up", "--config", "/nowhere").text())
                .contains("/nowhere")
                .hasLineCount(1);
    }

    @Test
    void theServiceUsesWhatTheHelpNames() throws Exception {
        var help = sextant("up", "--help").text();
        var unit = Files.readString(ROOT.resolve("deploy/systemd/sextant.service"));
        var words =
                Pattern.compile("(--[a-z]+|SEXTANT_[A-Z_]+)")
                        .matcher(unit)
                        .results()
                        .map(MatchResult::group);

        assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(help).contains(word));
    }

    @Test
    void theScriptsHaveNoKnownFault() throws Exception {
        var said = execute(List.of("shellcheck", "sextant", ".ci/run"), Map.of());

        assertThat(said.text()).isEmpty();
        assertThat(said.status()).isZero();
    }

    private static Said sextant(String... arguments) throws Exception {
        return run(Map.of("JAVA_HOME", System.getProperty("java.home")), arguments);
    }

    private static Said run(Map<String, String> environment, String... arguments) throws Exception {
        var command =
                new ArrayList<String>(List.of("/bin/bash", ROOT.resolve("sextant").toString()));
        command.addAll(List.of(arguments));
        return execute(command, environment);
    }

    private static Said execute(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var output = Files.createTempFile("launcher", ".log");
        var process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        var text = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as(text).isTrue();
        return new Said(process.exitValue(), text);
    }
}
