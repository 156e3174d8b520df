// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.time.Duration;

/// What was seen while a hostile script ran, and after it.
///
/// @param ending as [HostileScript#expected] writes them
/// @param message what the tenant is told; empty when it completed
/// @param log what the script logged, line by line
/// @param visible all that the tenant can see of it: message, log, verdicts
/// @param reading how long its header took
/// @param running how long its evaluation took; zero when its header was refused
/// @param next what the next evaluation on the same node answered
/// @param neighbour what another tenant's rule answered meanwhile
/// @param base how the platform was afterwards, against how it was before
record HostileReport(
        String ending,
        String message,
        String log,
        String visible,
        Duration reading,
        Duration running,
        String next,
        String neighbour,
        Base base) {

    /// What must come back to where it was.
    ///
    /// @param threads of the backend, without virtual ones
    /// @param workers processes of this sandbox
    /// @param heap bytes of the backend that are in use after a collection
    /// @param resident bytes of the largest worker
    /// @param load threads that want to run, for each processor
    record Base(int threads, int workers, long heap, long resident, double load) {}

    /// How long after its limit a script may still run: a second, and more where the machine has several times the work
    /// that it can do.
    Duration slack() {
        return Duration.ofMillis((long) (1_000 * Math.max(1, base.load() / 2)));
    }
}
