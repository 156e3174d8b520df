// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// How notifications are sent.
@ConfigMapping(prefix = "sextant.notify")
public interface NotifyConfig {
    /// The address at which people reach this Sextant; links in messages begin with it.
    @WithDefault("http://localhost:${quarkus.http.port}")
    URI publicUrl();

    /// Whether receivers may have loopback and private addresses. Right for one machine of your own; switch it off where
    /// tenants don't trust each other, or they can reach what only this machine can reach.
    @WithDefault("true")
    boolean allowPrivateAddresses();

    /// How long one attempt may take before it counts as failed.
    @WithDefault("10s")
    Duration timeout();

    /// How often the sender looks for due deliveries, besides being woken by new ones.
    @WithDefault("1s")
    Duration pollEvery();

    /// The wait after the first failed attempt; it doubles with each further one.
    @WithDefault("5s")
    Duration retryFirst();

    /// The longest wait between two attempts.
    @WithDefault("15m")
    Duration retryLongest();

    /// How often a delivery is tried before it is dead; the default is a little over an hour.
    @WithDefault("12")
    int maxAttempts();

    /// How many channels a tenant may have.
    @WithDefault("50")
    int maxChannels();
}
