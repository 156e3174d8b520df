// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.bench;

import dev.sextant.bench.BenchReport;
import dev.sextant.script.Language;
import dev.sextant.script.worker.WorkerConfiguration;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Main class of `./sextant bench scripts`: `ScriptBench [--json FILE] [--data DIR] [--quick]`.
public final class ScriptBench {
    private static final Duration EACH = Duration.ofSeconds(20);
    private static final Duration EACH_QUICK = Duration.ofSeconds(4);

    private final BenchReport report;
    private final Duration each;
    private final WorkerConfiguration configuration;

    private ScriptBench(BenchReport report, Duration each, @Nullable Path data) {
        this.report = report;
        this.each = each;
        var settings =
                new HashMap<>(
                        Map.of(
                                "sextant.script.workers", "8",
                                "sextant.script.python-spares", "1",
                                // The bench is one tenant that works all the time.
                                "sextant.script.limits.tenant-cpu-per-minute", "3600s"));
        if (data != null) {
            settings.put("sextant.script.run-folder", data.resolve("run").toString());
        }
        this.configuration =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .addDefaultSources()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withDefaultValues(settings)
                        .withMapping(WorkerConfiguration.class)
                        .build()
                        .getConfigMapping(WorkerConfiguration.class);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path json = null;
        Path data = null;
        var each = EACH;
        for (int index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case "--quick" -> each = EACH_QUICK;
                case "--json" -> json = Path.of(arguments[++index]);
                case "--data" -> data = Path.of(arguments[++index]);
                default -> throw new IllegalArgumentException("no option " + arguments[index]);
            }
        }
        var report = BenchReport.toConsole();
        new ScriptBench(report, each, data).run();
        if (json != null) {
            report.write(json);
        }
    }

    private void run() throws IOException, InterruptedException {
        report.machine();
        for (var language : List.of(Language.JAVASCRIPT, Language.PYTHON)) {
            try (var bench = new LanguageBench(language, report, configuration, each)) {
                bench.run();
                report.environment(
                        "runtime." + language.text(),
                        bench.isCompiling() ? "compiled" : "interpreted");
            }
        }
    }
}
