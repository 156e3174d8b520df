// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;
import java.util.List;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;

/// Disks and network interfaces. Finding them costs more than reading them, so they are looked for now and then only.
final class DeviceSensor implements Sensor {
    private static final int READINGS_PER_SEARCH = 30;

    private final HardwareAbstractionLayer hardware;
    private List<HWDiskStore> disks = List.of();
    private List<NetworkIF> interfaces = List.of();
    private int readings;

    DeviceSensor(HardwareAbstractionLayer hardware) {
        this.hardware = hardware;
    }

    @Override
    public String name() {
        return "disks and network";
    }

    @Override
    public void read(Labels host, Measurements into) {
        if (readings++ % READINGS_PER_SEARCH == 0) {
            disks = hardware.getDiskStores();
            interfaces = hardware.getNetworkIFs();
        }
        for (var disk : disks) {
            if (disk.updateAttributes()) {
                readDisk(disk, host, into);
            }
        }
        for (var each : interfaces) {
            if (each.updateAttributes()) {
                readInterface(each, host, into);
            }
        }
    }

    private static void readDisk(HWDiskStore disk, Labels host, Measurements into) {
        var name = disk.getName();
        var labels = host.with("disk", name.substring(name.lastIndexOf('/') + 1));
        into.add(HostMetrics.DISK_READ, labels, disk.getReadBytes());
        into.add(HostMetrics.DISK_WRITE, labels, disk.getWriteBytes());
    }

    private static void readInterface(NetworkIF each, Labels host, Measurements into) {
        var labels = host.with("interface", each.getName());
        into.add(HostMetrics.NETWORK_RECEIVE, labels, each.getBytesRecv());
        into.add(HostMetrics.NETWORK_TRANSMIT, labels, each.getBytesSent());
        into.add(HostMetrics.NETWORK_ERRORS, labels, each.getInErrors() + each.getOutErrors());
    }
}
