// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static java.util.stream.Collectors.joining;

import dev.sextant.protocol.Message.Drop;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// How workers are, in the words with which the last one greeted. It is the same for all on one machine; so it is logged
/// when it changes, which is once.
final class WorkerCondition {
    private static final Logger LOG = Logger.getLogger(WorkerCondition.class);

    private volatile Optional<Greeting> last = Optional.empty();

    /// What a worker says of itself at its start.
    ///
    /// @param compiling whether guests run compiled in it
    /// @param drops what it gave up, and what it could not
    record Greeting(boolean compiling, List<Drop> drops) {
        /// Whether no guest of it can reach files, the network or other processes, even one that breaks out.
        boolean isConfined() {
            return drops.stream()
                    .anyMatch(drop ->
                            drop.what().equals(Drop.SYSTEM_CALLS) && drop.failure() == null);
        }

        /// Why its calls are not filtered, for operators.
        String openTo() {
            return drops.stream()
                    .filter(drop -> drop.what().equals(Drop.SYSTEM_CALLS))
                    .map(drop -> drop.what() + ": " + drop.failure())
                    .findFirst()
                    .orElse(Drop.SYSTEM_CALLS + ": it does not say that it tried");
        }
    }

    void learn(Greeting greeting) {
        var before = last;
        last = Optional.of(greeting);
        if (before.isEmpty() || before.get().compiling() != greeting.compiling()) {
            logRuntime(greeting);
        }
        if (before.isEmpty() || !before.get().drops().equals(greeting.drops())) {
            logDrops(greeting);
        }
    }

    boolean isCompiling() {
        return last.map(Greeting::compiling).orElse(false);
    }

    /// Empty while no worker has greeted.
    List<Drop> drops() {
        return last.map(Greeting::drops).orElse(List.of());
    }

    private static void logRuntime(Greeting greeting) {
        if (greeting.compiling()) {
            LOG.info("scripts run compiled");
        } else {
            LOG.warn(
                    "scripts run interpreted, about 100 times slower in loops: check the worker's modules folder");
        }
    }

    private static void logDrops(Greeting greeting) {
        var dropped =
                greeting.drops().stream()
                        .filter(drop -> drop.failure() == null)
                        .map(Drop::what)
                        .collect(joining(", "));
        var kept =
                greeting.drops().stream()
                        .filter(drop -> drop.failure() != null)
                        .map(drop -> drop.what() + " (" + drop.failure() + ")")
                        .collect(joining(", "));
        var told =
                "script workers: dropped %s; could not drop %s"
                        .formatted(
                                dropped.isEmpty() ? "nothing" : dropped,
                                kept.isEmpty() ? "nothing" : kept);
        if (greeting.isConfined()) {
            LOG.info(told);
        } else {
            LOG.warn(told);
        }
    }
}
