// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.net.URI;
import java.time.Duration;

/// The room's configuration for tests: the usual values with short waits for receivers.
record FastNotifyConfig(Duration timeout, boolean allowPrivateAddresses, int maxAttempts)
        implements NotifyConfig {

    static FastNotifyConfig usual() {
        return new FastNotifyConfig(Duration.ofSeconds(5), true, 12);
    }

    @Override
    public URI publicUrl() {
        return URI.create("http://sextant.example/");
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration retryFirst() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration retryLongest() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int maxChannels() {
        return 3;
    }
}
