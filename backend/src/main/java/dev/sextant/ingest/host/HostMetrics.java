// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;

/// What the series of the machine are called and mean.
final class HostMetrics {
    static final MetricMetadata CPU =
            gauge(
                    "host.cpu.usage_ratio",
                    "1",
                    "Share of the whole machine's CPU time in use, 0 to 1");
    static final MetricMetadata CPU_CORE =
            gauge("host.cpu.core.usage_ratio", "1", "Share of one core's time in use, 0 to 1");
    static final MetricMetadata LOAD =
            gauge(
                    "host.load.average",
                    "{process}",
                    "Processes that run or wait to run, on average over the window");
    static final MetricMetadata MEMORY_USED =
            gauge(
                    "host.memory.used_bytes",
                    "By",
                    "Memory in use that could not be freed for others");
    static final MetricMetadata MEMORY_AVAILABLE =
            gauge(
                    "host.memory.available_bytes",
                    "By",
                    "Memory that new work could get without swapping");
    static final MetricMetadata MEMORY_TOTAL =
            gauge("host.memory.total_bytes", "By", "Memory of the machine");
    static final MetricMetadata MEMORY_RATIO =
            gauge("host.memory.used_ratio", "1", "Share of the memory in use, 0 to 1");
    static final MetricMetadata SWAP_USED =
            gauge("host.swap.used_bytes", "By", "Swap space in use");
    static final MetricMetadata SWAP_TOTAL =
            gauge("host.swap.total_bytes", "By", "Swap space of the machine");
    static final MetricMetadata DISK_READ =
            counter(
                    "host.disk.read_bytes",
                    "By",
                    "Bytes read from the disk since the machine started");
    static final MetricMetadata DISK_WRITE =
            counter(
                    "host.disk.write_bytes",
                    "By",
                    "Bytes written to the disk since the machine started");
    static final MetricMetadata FILESYSTEM_RATIO =
            gauge("host.filesystem.used_ratio", "1", "Share of the file system in use, 0 to 1");
    static final MetricMetadata FILESYSTEM_USED =
            gauge("host.filesystem.used_bytes", "By", "Bytes of the file system in use");
    static final MetricMetadata FILESYSTEM_TOTAL =
            gauge("host.filesystem.total_bytes", "By", "Size of the file system");
    static final MetricMetadata NETWORK_RECEIVE =
            counter(
                    "host.network.receive_bytes",
                    "By",
                    "Bytes received since the interface came up");
    static final MetricMetadata NETWORK_TRANSMIT =
            counter("host.network.transmit_bytes", "By", "Bytes sent since the interface came up");
    static final MetricMetadata NETWORK_ERRORS =
            counter(
                    "host.network.errors",
                    "{error}",
                    "Packets that failed to be received or sent since the interface came up");
    static final MetricMetadata DESCRIPTORS_OPEN =
            gauge(
                    "host.file_descriptors.open",
                    "{descriptor}",
                    "File descriptors open on the whole machine");
    static final MetricMetadata DESCRIPTORS_LIMIT =
            gauge(
                    "host.file_descriptors.limit",
                    "{descriptor}",
                    "File descriptors that the whole machine may open");
    static final MetricMetadata PROCESS_CPU =
            gauge(
                    "host.process.cpu_ratio",
                    "1",
                    "CPU time of one of the busiest processes, 1 is one whole core");
    static final MetricMetadata PROCESS_MEMORY =
            gauge(
                    "host.process.memory_bytes",
                    "By",
                    "Resident memory of one of the busiest processes");
    static final MetricMetadata UPTIME =
            gauge("host.uptime_seconds", "s", "Time since the machine started");

    private HostMetrics() {}

    private static MetricMetadata gauge(String name, String unit, String description) {
        return new MetricMetadata(name, Type.GAUGE, unit, description);
    }

    private static MetricMetadata counter(String name, String unit, String description) {
        return new MetricMetadata(name, Type.COUNTER, unit, description);
    }
}
