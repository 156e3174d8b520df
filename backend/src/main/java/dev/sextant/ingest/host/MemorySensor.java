// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;
import oshi.hardware.GlobalMemory;

/// Memory and swap.
final class MemorySensor implements Sensor {
    private final GlobalMemory memory;

    MemorySensor(GlobalMemory memory) {
        this.memory = memory;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void read(Labels host, Measurements into) {
        long total = memory.getTotal();
        long available = memory.getAvailable();
        into.add(HostMetrics.MEMORY_TOTAL, host, total);
        into.add(HostMetrics.MEMORY_AVAILABLE, host, available);
        into.add(HostMetrics.MEMORY_USED, host, total - available);
        if (total > 0) {
            into.add(HostMetrics.MEMORY_RATIO, host, (total - available) / (double) total);
        }
        var swap = memory.getVirtualMemory();
        into.add(HostMetrics.SWAP_TOTAL, host, swap.getSwapTotal());
        into.add(HostMetrics.SWAP_USED, host, swap.getSwapUsed());
    }
}
