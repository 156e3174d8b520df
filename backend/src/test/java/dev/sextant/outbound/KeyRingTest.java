// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final String PLACE = "acme/prom";

    private final SecureRandom random = new SecureRandom();

    @TempDir Path folder;

    @Test
    void opensWhatItSealedAndOnlyWhereItBelongs() {
        var keys = KeyRing.of(List.of("a " + key()), random);

        var sealed = keys.seal(PLACE, "open sesame ☂");

        assertThat(keys.open(PLACE, sealed)).contains("open sesame ☂");
        assertThat(keys.open("globex/prom", sealed)).isEmpty();
        assertThat(keys.seal(PLACE, "open sesame ☂").text()).isNotEqualTo(sealed.text());
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        var keys = KeyRing.of(List.of("a " + key()), random);
        var bytes = Base64.getDecoder().decode(keys.seal(PLACE, "secret").text());
        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            var text = Base64.getEncoder().encodeToString(changed);
            assertThat(keys.open(PLACE, new Sealed("a", text))).isEmpty();
        }
        assertThat(keys.open(PLACE, new Sealed("a", "no base64!"))).isEmpty();
        assertThat(keys.open(PLACE, new Sealed("a", "AAAA"))).isEmpty();
    }

    @Test
    void theFirstKeySealsAndOlderOnesStillOpen() {
        var old = "old " + key();
        var sealed = KeyRing.of(List.of(old), random).seal(PLACE, "secret");
        var rotated = KeyRing.of(List.of("# keys", "", "new " + key(), old), random);

        assertThat(rotated.current()).isEqualTo("new");
        assertThat(rotated.open(PLACE, sealed)).contains("secret");
        assertThat(KeyRing.of(List.of("new " + key()), random).open(PLACE, sealed)).isEmpty();
    }

    @Test
    void damagedKeysAreNamedByLineAndNotShown() {
        assertThatThrownBy(() -> KeyRing.of(List.of("a " + key(), "b c2hvcnQ="), random))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> KeyRing.of(List.of("a " + key(), "a " + key()), random))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> KeyRing.of(List.of("# nothing"), random))
                .hasMessageContaining("no key");
    }

    @Test
    void theFileIsMadeOnceForItsOwnerAlone() throws IOException {
        var file = folder.resolve("data/secrets.key");
        var sealed = KeyFile.open(file, true).seal(PLACE, "secret");

        assertThat(KeyFile.open(file, true).open(PLACE, sealed)).contains("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file);
        }
        assertThatThrownBy(() -> KeyFile.open(folder.resolve("missing"), false))
                .hasMessageContaining("sextant.secrets.key-file");
    }

    private String key() {
        return KeyRing.newKey(random).split(" ")[1];
    }
}
