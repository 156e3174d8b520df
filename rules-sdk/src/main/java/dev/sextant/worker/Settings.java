// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import org.graalvm.polyglot.HostAccess;

/// What one evaluation is a function of, as the prelude reads it.
public final class Settings {
    @HostAccess.Export public final long now;
    @HostAccess.Export public final String parameters;
    @HostAccess.Export public final String state;

    Settings(long now, String parameters, String state) {
        this.now = now;
        this.parameters = parameters;
        this.state = state;
    }
}
