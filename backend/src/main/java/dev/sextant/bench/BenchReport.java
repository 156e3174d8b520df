// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
public final class BenchReport {
    private final PrintStream console;
    private final List<Measured> results = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> peers = new LinkedHashMap<>();

    public BenchReport(PrintStream console) {
        this.console = console;
    }

    /// One that prints to the process' own output, whatever has been put in its place.
    public static BenchReport toConsole() {
        return new BenchReport(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    }

    /// What the figures depend on besides the program.
    public void machine() {
        environment("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        environment("jdk", System.getProperty("java.vendor.version", "") + " " + Runtime.version());
        environment("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    public void add(String name, double value, String unit) {
        results.add(new Measured(name, value, unit));
        console.printf(Locale.ROOT, "%-36s %12.2f %s%n", name, value, unit);
    }

    /// Whether something is as it should be; 1 in the JSON when it is, 0 when not.
    public void judge(String name, boolean isGood) {
        results.add(new Measured(name, isGood ? 1 : 0, ""));
        console.printf("%-36s %12s%n", name, isGood ? "PASS" : "FAIL");
    }

    /// Something that was not measured, and why.
    public void leaveOut(String name, String reason) {
        console.printf("%-36s %12s %s%n", name, "-", reason);
    }

    public void environment(String name, String value) {
        environment.put(name, value);
        console.printf("%-36s %s%n", name, value);
    }

    public void peer(String name, String version) {
        peers.put(name, version);
    }

    public void write(Path file) throws IOException {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("results", results);
        whole.put("environment", environment);
        whole.put("peers", peers);
        Files.write(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(whole));
        console.println("written to " + file);
    }
}
