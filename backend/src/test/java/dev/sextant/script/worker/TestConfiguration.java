// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.nio.file.Path;
import java.time.Duration;

/// Settings for tests: short times, few processes.
record TestConfiguration(Path workerHome, Path runFolder, int workers, int spares)
        implements WorkerConfiguration {
    static final Path BUILT = Path.of("../rules-sdk/target/worker");

    @Override
    public int workersPerTenant() {
        return 1;
    }

    @Override
    public int algorithmWorkers() {
        return 1;
    }

    @Override
    public int pythonSpares() {
        return 0;
    }

    @Override
    public String heap() {
        return "160m";
    }

    @Override
    public String pythonHeap() {
        return "240m";
    }

    @Override
    public String modelHeap() {
        return "160m";
    }

    @Override
    public WorkerConfinement confinement() {
        return WorkerConfinement.REQUIRED;
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofSeconds(90);
    }

    @Override
    public Duration grace() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int sourceBytes() {
        return 100_000;
    }

    @Override
    public int stateBytes() {
        return 2_000;
    }

    @Override
    public Duration headerTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Limits limits() {
        return new TestLimits();
    }

    /// What is not a limit of the test's own request.
    private record TestLimits() implements Limits {
        @Override
        public Duration wallTime() {
            return Duration.ofSeconds(60);
        }

        @Override
        public String stack() {
            return "4m";
        }

        @Override
        public Duration cpuTime() {
            return Duration.ofSeconds(20);
        }

        @Override
        public long statements() {
            return 0;
        }

        @Override
        public int hostCalls() {
            return 100;
        }

        @Override
        public int rows() {
            return 5_000;
        }

        @Override
        public int logBytes() {
            return 16_384;
        }

        @Override
        public int resultBytes() {
            return 4_194_304;
        }

        @Override
        public Duration tenantCpuPerMinute() {
            return Duration.ofMinutes(10);
        }
    }
}
