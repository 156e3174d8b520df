// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// What can be set about the processes that run scripts.
@ConfigMapping(prefix = "sextant.script")
public interface WorkerConfiguration {

    /// The folder with the worker's `lib` and `modules`, as the build makes it in rules-sdk/target/worker.
    @WithDefault("worker")
    Path workerHome();

    /// Where sockets and logs of workers lie while they run. Unix domain sockets allow about 100 characters in all.
    @WithDefault("${java.io.tmpdir}/sextant-${user.name}")
    Path runFolder();

    /// Worker processes at most, spares not counted. Each takes a few hundred megabytes.
    @WithDefault("4")
    int workers();

    /// Evaluations of one tenant that may run at the same time.
    @WithDefault("2")
    int workersPerTenant();

    /// Worker processes at most that run algorithms of tenants' own beside those of evaluations, which may wait for them; one
    /// tenant keeps one of them busy.
    @WithDefault("2")
    int algorithmWorkers();

    /// Warm processes for JavaScript that stand by, so that neither a kill nor a new tenant waits for a JVM.
    @WithDefault("1")
    int spares();

    /// Warm processes for Python that stand by, from the first Python script on.
    @WithDefault("1")
    int pythonSpares();

    /// Java heap of a worker for JavaScript, as in -Xmx. A script that needs more ends its worker.
    @WithDefault("256m")
    String heap();

    /// Java heap of a worker for Python.
    @WithDefault("240m")
    String pythonHeap();

    /// Java heap of a worker for ONNX models; their runtime takes memory beside it, up to 512 MB.
    @WithDefault("192m")
    String modelHeap();

    /// Whether a worker is used that could not give up the system calls that reach files, the network and other
    /// processes: `required` or `best-effort`. The log says at the first start what was given up.
    @WithDefault("best-effort")
    WorkerConfinement confinement();

    /// How long a worker may take from its start to its first word.
    @WithDefault("60s")
    Duration startTimeout();

    /// How long a cancelled script may go on before its worker is killed.
    @WithDefault("500ms")
    Duration grace();

    /// How long an evaluation waits for a worker before it is given up.
    @WithDefault("30s")
    Duration patience();

    /// A worker without work for so long is ended.
    @WithDefault("10m")
    Duration idle();

    /// Bytes of a script's source.
    @WithDefault("262144")
    int sourceBytes();

    /// Bytes of the state that a rule keeps.
    @WithDefault("16384")
    int stateBytes();

    /// How long the header of a script may take.
    @WithDefault("5s")
    Duration headerTimeout();

    /// What scripts may use.
    Limits limits();

    /// What each evaluation, and each tenant, may use at most.
    interface Limits {
        /// Time of one evaluation, also where the header of a rule asks for more.
        @WithDefault("60s")
        Duration wallTime();

        /// CPU time of one evaluation, the compiling of its script included.
        @WithDefault("20s")
        Duration cpuTime();

        /// Statements of one evaluation, from a million on; 0 counts none, since counting makes loops half as fast again.
        @WithDefault("0")
        long statements();

        /// Stack of a script, as in -Xss; what calls deeper gets an error of its language.
        @WithDefault("4m")
        String stack();

        /// Terminals that run a query plan, of one evaluation; ten calls for entities, alerts or changes count as one.
        @WithDefault("100")
        int hostCalls();

        /// Rows that may cross into the script at once.
        @WithDefault("5000")
        int rows();

        /// Bytes of the log of one evaluation; what is longer is cut.
        @WithDefault("16384")
        int logBytes();

        /// Bytes of the verdicts, charts and state of one evaluation.
        @WithDefault("4194304")
        int resultBytes();

        /// CPU time of all scripts of one tenant in a minute; what comes beyond is skipped.
        @WithDefault("90s")
        Duration tenantCpuPerMinute();
    }
}
