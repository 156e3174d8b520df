// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.telemetry.Labels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// Names episodes. The id follows from what an episode is (tenant, rule, labels, first bad evaluation), so that deciding
/// stays pure and a replay or back-test gives its alerts the ids they had live.
final class AlertIds {
    private static final int HASH_BYTES = 10;

    private AlertIds() {}

    /// 12 hexadecimal digits of time in milliseconds, so that ids sort by age, then 20 of a hash.
    static String of(AlertSource source, Labels labels, Instant openedAt) {
        var what = source.tenant() + "\n" + source.ruleId() + "\n" + labels + "\n" + openedAt;
        var hash = sha256(what.getBytes(StandardCharsets.UTF_8));
        return "%012x".formatted(Math.max(0, openedAt.toEpochMilli()))
                + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
