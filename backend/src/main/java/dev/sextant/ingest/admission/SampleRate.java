// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import java.time.Duration;
import java.time.Instant;

/// How many samples one tenant may send over time. A tenant that was quiet may send a minute's worth at once, and a request
/// that begins within the rate is taken as a whole, whatever its size; the next one waits for it.
final class SampleRate {
    private static final int BURST_SECONDS = 60;

    private final long perSecond;
    private double left;
    private long lastMillis;

    /// @param perSecond no limit when 0
    SampleRate(long perSecond) {
        this.perSecond = perSecond;
        this.left = (double) perSecond * BURST_SECONDS;
    }

    /// @throws RateExceededException when the tenant has to wait
    synchronized void take(long samples, Instant now) {
        if (perSecond == 0) {
            return;
        }
        long millis = now.toEpochMilli();
        double more = Math.max(0, millis - lastMillis) / 1000.0 * perSecond;
        left = Math.min((double) perSecond * BURST_SECONDS, left + more);
        lastMillis = Math.max(lastMillis, millis);
        if (left <= 0) {
            throw new RateExceededException(perSecond, Duration.ofSeconds(seconds()));
        }
        left -= samples;
    }

    private long seconds() {
        return Math.max(1, (long) Math.ceil(-left / perSecond));
    }
}
