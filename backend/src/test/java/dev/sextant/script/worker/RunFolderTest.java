// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder of sockets and what becomes of those that nobody cleaned up.
class RunFolderTest {
    @Test
    void whatAKilledProcessLeftBehindIsRemoved(@TempDir Path folder) throws Exception {
        var left = Files.createDirectories(folder.resolve("run-1"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("w1.sock"));

        try (var _ = RunFolder.open(folder)) {
            assertThat(left).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
