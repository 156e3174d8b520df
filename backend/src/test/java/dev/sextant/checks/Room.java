// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

import java.util.List;
import java.util.TreeSet;

/// One room of the backend: the package below `dev.sextant` with its name, and at most one folder of an adapter below.
///
/// @param name the package's last part
/// @param mayUse the only other rooms it may use
public record Room(String name, List<String> mayUse) {
    /// All rooms and what they may use: the table of docs/explanation/architecture.md as data.
    public static final List<Room> ALL =
            List.of(
                    room("bench"),
                    room("tenant"),
                    room("telemetry"),
                    room("outbound", "tenant"),
                    room("algorithm", "telemetry", "bench"),
                    room("store", "tenant", "telemetry", "outbound"),
                    room("catalog", "tenant", "telemetry"),
                    room("entity", "tenant", "telemetry"),
                    room("ingest", "tenant", "telemetry", "store", "catalog", "entity", "outbound"),
                    room("query", "tenant", "telemetry", "store", "catalog"),
                    room("script", "tenant", "telemetry", "bench"),
                    room("laboratory", "tenant", "telemetry", "script"),
                    room("alert", "tenant", "telemetry"),
                    room("rule", "tenant", "telemetry", "alert"),
                    room("notify", "tenant", "telemetry", "alert"),
                    room("dashboard", "tenant", "telemetry"),
                    room(
                            "evaluation",
                            "tenant",
                            "telemetry",
                            "rule",
                            "script",
                            "query",
                            "algorithm",
                            "laboratory",
                            "entity",
                            "alert",
                            "notify",
                            "dashboard"),
                    room("schedule", "tenant", "telemetry", "rule", "evaluation"),
                    room("identity", "tenant"),
                    room("http", "tenant"));

    private static final String ROOT = "dev.sextant.";

    public Room {
        mayUse = List.copyOf(mayUse);
    }

    private static Room room(String name, String... mayUse) {
        return new Room(name, List.of(mayUse));
    }

    /// The packages of the room as ArchUnit writes them.
    public String packages() {
        return ROOT + name + "..";
    }

    /// The packages of all rooms that this room may not use.
    public String[] forbidden() {
        var names = new TreeSet<String>();
        ALL.forEach(room -> names.add(room.name()));
        names.removeAll(mayUse);
        names.remove(name);
        return names.stream().map(other -> ROOT + other + "..").toArray(String[]::new);
    }

    /// How the documentation's table must begin and end the row of this room.
    public String tableRow() {
        return "| `%s` | %s |".formatted(name, mayUse.isEmpty() ? "-" : String.join(", ", mayUse));
    }

    @Override
    public String toString() {
        return name;
    }
}
