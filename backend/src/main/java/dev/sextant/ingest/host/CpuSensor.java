// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;
import java.util.stream.LongStream;
import oshi.hardware.CentralProcessor;

/// CPU use of the machine and of each core, between this reading and the one before.
final class CpuSensor implements Sensor {
    private static final long SHORTEST_MILLIS = 1_000;

    private final CentralProcessor processor;
    private long[] ticks;
    private long[][] coreTicks;

    CpuSensor(CentralProcessor processor) {
        this.processor = processor;
        this.ticks = processor.getSystemCpuLoadTicks();
        this.coreTicks = processor.getProcessorCpuLoadTicks();
    }

    @Override
    public String name() {
        return "CPU";
    }

    @Override
    public void read(Labels host, Measurements into) {
        var now = processor.getSystemCpuLoadTicks();
        if (LongStream.of(now).sum() - LongStream.of(ticks).sum() < SHORTEST_MILLIS) {
            // Right after the start there is too little to tell a share of.
            return;
        }
        var coresNow = processor.getProcessorCpuLoadTicks();
        into.add(HostMetrics.CPU, host, processor.getSystemCpuLoadBetweenTicks(ticks, now));
        var cores = processor.getProcessorCpuLoadBetweenTicks(coreTicks, coresNow);
        for (int core = 0; core < cores.length; core++) {
            into.add(HostMetrics.CPU_CORE, host.with("core", Integer.toString(core)), cores[core]);
        }
        ticks = now;
        coreTicks = coresNow;
        var load = processor.getSystemLoadAverage(3);
        String[] windows = {"1m", "5m", "15m"};
        for (int at = 0; at < windows.length && at < load.length; at++) {
            // OSHI says -1 where the system knows no load average.
            if (load[at] >= 0) {
                into.add(HostMetrics.LOAD, host.with("window", windows[at]), load[at]);
            }
        }
    }
}
