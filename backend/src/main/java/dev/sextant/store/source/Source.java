// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.outbound.Credential;
import java.time.Duration;

/// Somewhere else that series lie, checked and ready to be asked.
///
/// @param lookback how far back series are looked for
public record Source(
        String name,
        int version,
        SourceSpec spec,
        Endpoint endpoint,
        Duration timeout,
        Duration lookback) {
    /// @throws IllegalArgumentException when something of it is not valid; the message names it
    public static Source of(int version, SourceSpec spec) {
        return SourceCheck.checked(version, spec);
    }

    public boolean isEnabled() {
        return !Boolean.FALSE.equals(spec.enabled());
    }

    public Credential credential() {
        return new Credential(spec.user(), spec.secret());
    }
}
