// SPDX-License-Identifier: Apache-2.0
package dev.sextant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/// The clock of the running product. Only `schedule` and resources ask it; everything below gets time as an argument.
@ApplicationScoped
public class SystemClock {

    @Produces
    @ApplicationScoped
    public InstantSource instantSource() {
        return InstantSource.system();
    }
}
