// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import dev.sextant.ingest.Collector;
import dev.sextant.ingest.HostName;
import dev.sextant.ingest.IngestConfig;
import dev.sextant.ingest.Measurements;
import dev.sextant.telemetry.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;

/// Measures this machine. Each sensor stands alone: one that this system does not have never stops the others.
@ApplicationScoped
public class HostCollector implements Collector {
    private static final Logger LOG = Logger.getLogger(HostCollector.class);

    private final IngestConfig config;
    private final Set<String> failing = new HashSet<>();
    private @Nullable List<Sensor> sensors;
    private Labels host = Labels.none();

    public HostCollector(IngestConfig config) {
        this.config = config;
    }

    @Override
    public String source() {
        return "host";
    }

    @Override
    public boolean isEnabled() {
        return config.host().enabled();
    }

    @Override
    public void collect(Measurements into) {
        for (var sensor : sensors()) {
            guarded(
                    sensor.name(),
                    () -> {
                        sensor.read(host, into);
                        return sensor;
                    });
        }
    }

    /// Made at the first reading, not at the start: OSHI looks at much before its first answer.
    private List<Sensor> sensors() {
        var known = sensors;
        if (known == null) {
            known = findSensors();
            sensors = known;
        }
        return known;
    }

    private List<Sensor> findSensors() {
        var machine = new SystemInfo();
        var hardware = machine.getHardware();
        var system = machine.getOperatingSystem();
        host = Labels.of("host", HostName.find());
        var found = new ArrayList<Sensor>();
        List<Supplier<Sensor>> candidates =
                List.of(
                        () -> new CpuSensor(hardware.getProcessor()),
                        () -> new MemorySensor(hardware.getMemory()),
                        () -> new DeviceSensor(hardware),
                        () -> new SystemSensor(system),
                        () -> new ProcessSensor(system, config.host().processes()));
        for (var candidate : candidates) {
            var sensor = guarded("a sensor", candidate);
            if (sensor != null) {
                found.add(sensor);
            }
        }
        return found;
    }

    // A boundary: OSHI calls the system's native interfaces, which fail in as many ways as there
    // are systems.
    private <T> @Nullable T guarded(String what, Supplier<T> reading) {
        try {
            var read = reading.get();
            failing.remove(what);
            return read;
        } catch (RuntimeException | LinkageError broken) {
            if (failing.add(what)) {
                LOG.warnf(
                        broken,
                        "this machine's %s can't be measured; their series have gaps",
                        what);
            }
            return null;
        }
    }
}
