// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;
import java.util.HashSet;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;
import oshi.software.os.OperatingSystem;

/// File systems, file descriptors and the time since the start.
final class SystemSensor implements Sensor {
    private final OperatingSystem system;
    private final FileSystem files;

    SystemSensor(OperatingSystem system) {
        this.system = system;
        this.files = system.getFileSystem();
    }

    @Override
    public String name() {
        return "file systems";
    }

    @Override
    public void read(Labels host, Measurements into) {
        into.add(HostMetrics.UPTIME, host, system.getSystemUptime());
        into.add(HostMetrics.DESCRIPTORS_OPEN, host, files.getOpenFileDescriptors());
        into.add(HostMetrics.DESCRIPTORS_LIMIT, host, files.getMaxFileDescriptors());
        var mounts = new HashSet<String>();
        for (var store : files.getFileStores(true)) {
            // Virtual file systems have no size; the same mount may be listed more than once.
            if (store.getTotalSpace() > 0 && mounts.add(store.getMount())) {
                readStore(store, host.with("mount", store.getMount()), into);
            }
        }
    }

    private static void readStore(OSFileStore store, Labels labels, Measurements into) {
        long total = store.getTotalSpace();
        long used = total - store.getFreeSpace();
        // What is kept for root counts as neither used nor usable, as df shows it.
        long reachable = used + store.getUsableSpace();
        into.add(HostMetrics.FILESYSTEM_TOTAL, labels, total);
        into.add(HostMetrics.FILESYSTEM_USED, labels, used);
        if (reachable > 0) {
            into.add(HostMetrics.FILESYSTEM_RATIO, labels, used / (double) reachable);
        }
    }
}
