// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// The processes that used most CPU time since the reading before.
final class ProcessSensor implements Sensor {
    private final OperatingSystem system;
    private final int count;
    private Map<Integer, OSProcess> before = Map.of();

    ProcessSensor(OperatingSystem system, int count) {
        this.system = system;
        this.count = count;
    }

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public void read(Labels host, Measurements into) {
        if (count == 0) {
            return;
        }
        var now = new HashMap<Integer, OSProcess>();
        for (var process : system.getProcesses(_ -> true, (_, _) -> 0, 0)) {
            now.put(process.getProcessID(), process);
        }
        now.values().stream()
                .map(process -> new Load(process, cpuRatio(process)))
                .sorted(Comparator.comparingDouble(Load::cpuRatio).reversed())
                .limit(count)
                .forEach(load -> load.addTo(into, host));
        before = now;
    }

    /// A process that is new since the reading before counts from its start on.
    private double cpuRatio(OSProcess process) {
        var earlier = before.get(process.getProcessID());
        return earlier == null
                ? process.getProcessCpuLoadCumulative()
                : process.getProcessCpuLoadBetweenTicks(earlier);
    }

    private record Load(OSProcess process, double cpuRatio) {
        void addTo(Measurements into, Labels host) {
            var labels =
                    host.with("process", process.getName())
                            .with("pid", Integer.toString(process.getProcessID()));
            into.add(HostMetrics.PROCESS_CPU, labels, cpuRatio);
            into.add(HostMetrics.PROCESS_MEMORY, labels, process.getResidentMemory());
        }
    }
}
