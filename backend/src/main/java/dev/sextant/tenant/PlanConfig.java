// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Plans, by names of your own: what differs for their tenants from the limits that all have. The plan `standard` is that of
/// every tenant that was not given another one.
@ConfigMapping(prefix = "sextant.plans")
public interface PlanConfig {
    @WithParentName
    Map<String, Plan> plans();

    /// What differs for the tenants of one plan.
    interface Plan {
        Script script();

        Query query();

        /// What their scripts may use; workers with a heap, a stack or counted statements of their own are kept apart, each kind
        /// with spares of its own.
        interface Script {
            /// Time of one evaluation, also where the header of a rule asks for more.
            Optional<Duration> wallTime();

            /// CPU time of one evaluation, the compiling of its script included.
            Optional<Duration> cpuTime();

            /// Statements of one evaluation, from a million on; 0 counts none.
            Optional<Long> statements();

            /// Stack of a script.
            Optional<MemorySize> stack();

            /// Java heap of a worker for JavaScript.
            Optional<MemorySize> heap();

            /// Java heap of a worker for Python.
            Optional<MemorySize> pythonHeap();

            /// Terminals that run a query plan, of one evaluation.
            Optional<Integer> hostCalls();

            /// Rows that may cross into the script at once.
            Optional<Integer> rows();

            /// Bytes of the log of one evaluation; what is longer is cut.
            Optional<Integer> logBytes();

            /// Bytes of the verdicts, charts and state of one evaluation.
            Optional<Integer> resultBytes();

            /// CPU time of all scripts of one tenant in a minute.
            Optional<Duration> tenantCpuPerMinute();
        }

        /// What their queries may use; what `sextant.query.tenants` says of a tenant goes first.
        interface Query {
            /// Points that one query may read.
            Optional<Long> points();

            /// Series that one query may touch.
            Optional<Integer> series();

            /// Memory that one query may keep while it reads.
            Optional<MemorySize> memory();

            /// How long one query may run.
            Optional<Duration> time();
        }
    }
}
