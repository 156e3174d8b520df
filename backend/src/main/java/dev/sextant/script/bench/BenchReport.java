// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a run measured: a table for people as it comes, JSON for programs at the end.
final class BenchReport {
    private final PrintStream console;
    private final List<Measured> results = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> peers = new LinkedHashMap<>();

    BenchReport(PrintStream console) {
        this.console = console;
    }

    void add(String name, double value, String unit) {
        results.add(new Measured(name, value, unit));
        console.printf(Locale.ROOT, "%-36s %12.2f %s%n", name, value, unit);
    }

    /// Something that was not measured, and why.
    void leaveOut(String name, String reason) {
        console.printf("%-36s %12s %s%n", name, "-", reason);
    }

    void environment(String name, String value) {
        environment.put(name, value);
        console.printf("%-36s %s%n", name, value);
    }

    void peer(String name, String version) {
        peers.put(name, version);
    }

    void write(Path file) throws IOException {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("results", results);
        whole.put("environment", environment);
        whole.put("peers", peers);
        Files.write(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(whole));
        console.println("written to " + file);
    }
}
