// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys that seal secrets: AES-256 in Galois/Counter Mode, with a fresh nonce for each sealing. The first key seals;
/// all of them open. What a text belongs to is sealed with it, so that it opens nowhere else.
public final class KeyRing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys;
    private final String current;
    private final SecureRandom random;

    private KeyRing(Map<String, SecretKey> keys, String current, SecureRandom random) {
        this.keys = keys;
        this.current = current;
        this.random = random;
    }

    /// @param lines one key each, `id base64`; empty ones and those that begin with # do not count
    /// @throws IllegalArgumentException when they are no keys; the message names the line and shows nothing of it
    public static KeyRing of(List<String> lines, SecureRandom random) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var words = line.split("\\s+");
                var key = words.length == 2 ? key(words[1]) : Optional.<SecretKey>empty();
                if (key.isEmpty() || keys.put(words[0], key.get()) != null) {
                    throw new IllegalArgumentException(
                            "line %d is not a name that no other line has, a blank and 32 bytes in Base64"
                                    .formatted(number));
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it holds no key");
        }
        return new KeyRing(keys, new ArrayList<>(keys.keySet()).getFirst(), random);
    }

    /// A line with a new key.
    public static String newKey(SecureRandom random) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return "k%08x %s".formatted(random.nextInt(), Base64.getEncoder().encodeToString(bytes));
    }

    private static Optional<SecretKey> key(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return bytes.length == KEY_BYTES
                    ? Optional.of(new SecretKeySpec(bytes, "AES"))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The key that seals.
    public String current() {
        return current;
    }

    /// @param place what the text belongs to
    public Sealed seal(String place, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, place);
            var body = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + body.length);
            System.arraycopy(body, 0, whole, NONCE_BYTES, body.length);
            return new Sealed(current, Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java cannot seal with " + CIPHER, impossible);
        }
    }

    /// Empty when the ring lacks its key, or the text was changed or moved.
    public Optional<String> open(String place, Sealed sealed) {
        if (!keys.containsKey(sealed.keyId())) {
            return Optional.empty();
        }
        try {
            var whole = Base64.getDecoder().decode(sealed.text());
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, place);
            var body = cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String place)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
