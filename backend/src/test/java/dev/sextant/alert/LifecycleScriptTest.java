// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every text script under `src/test/resources/alert`; the format is told at [LifecycleScript].
class LifecycleScriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/alert");
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final AlertSource SOURCE =
            new AlertSource(new TenantId("acme"), "cpu-high", Text.of("CPU high"));

    static Stream<LifecycleScript> scripts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var cases = new ArrayList<LifecycleScript>();
            for (var file : files.sorted().toList()) {
                cases.addAll(
                        LifecycleScript.parseAll(
                                file.getFileName().toString(), Files.readString(file)));
            }
            return cases.stream();
        }
    }

    @Test
    void coversTheLifeCycle() throws IOException {
        assertThat(scripts()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void runsAsWritten(LifecycleScript script) {
        var actual = new Run(script).play();
        script.rows()
                .forEach((subject, rows) ->
                        rows.forEach((word, cells) -> {
                            if (LifecycleScript.WANTED.contains(word)) {
                                assertThat(actual.getOrDefault(subject, Map.of()).get(word))
                                        .as("%s of %s", word, subject)
                                        .isEqualTo(cells);
                            }
                        }));
    }

    /// One script being played; keeps what a store would keep.
    private static final class Run {
        private final LifecycleScript script;
        private final AlertLifecycle lifecycle;
        private final Map<Labels, Map<String, List<String>>> actual = new HashMap<>();
        private final Map<Labels, Alert> latest = new HashMap<>();
        private final Map<Labels, Set<String>> episodes = new HashMap<>();
        private final InMemoryAlerts alerts = new InMemoryAlerts();

        Run(LifecycleScript script) {
            this.script = script;
            this.lifecycle = new AlertLifecycle(SOURCE, script.policy());
        }

        Map<Labels, Map<String, List<String>>> play() {
            for (int column = 0; column < script.columns(); column++) {
                var now = START.plus(Duration.ofMinutes(script.minute(column)));
                var advance = advance(column, now);
                alerts.put(SOURCE.tenant(), advance);
                for (var alert : advance.after()) {
                    latest.put(alert.labels(), alert);
                    episodes.computeIfAbsent(alert.labels(), _ -> new HashSet<>()).add(alert.id());
                }
                for (var subject : script.rows().keySet()) {
                    record(subject, advance);
                }
            }
            return actual;
        }

        private Advance advance(int column, Instant now) {
            var before = alerts.listBefore(SOURCE.tenant(), SOURCE.ruleId(), script.policy(), now);
            var findings = new ArrayList<Finding>();
            for (var subject : script.rows().keySet()) {
                var seen = script.cell(subject, "seen", column, "-");
                if (seen.equals("e")) {
                    return lifecycle.onFailure(before, now);
                }
                var score = script.cell(subject, "score", column, "-");
                var evidence =
                        score.equals("-")
                                ? Evidence.none()
                                : Evidence.none().withScore(Double.parseDouble(score));
                findings.addAll(finding(subject, seen, evidence));
            }
            return lifecycle.advanceAll(before, new Judgement(findings, script.judged()), now);
        }

        private static List<Finding> finding(Labels subject, String seen, Evidence evidence) {
            return switch (seen) {
                case "i" -> List.of(new Finding.Fire(subject, Severity.INFO, evidence));
                case "x" -> List.of(new Finding.Fire(subject, Severity.WARNING, evidence));
                case "c" -> List.of(new Finding.Fire(subject, Severity.CRITICAL, evidence));
                case "s" -> List.of(new Finding.Suppressed(subject, Severity.WARNING, evidence));
                case "." -> List.of(new Finding.Clear(subject, evidence));
                case "u" -> List.of(new Finding.Unknown(subject, evidence));
                case "-" -> List.of();
                default -> throw new IllegalArgumentException("seen has a cell " + seen);
            };
        }

        private void record(Labels subject, Advance advance) {
            var alert = latest.get(subject);
            var step =
                    advance.transitions().stream()
                            .filter(transition -> transition.alert().labels().equals(subject))
                            .toList();
            assertThat(step).hasSizeLessThan(2);
            add(subject, "state", alert == null ? "I" : alert.stage().name().substring(0, 1));
            add(
                    subject,
                    "condition",
                    alert == null ? "o" : alert.status().condition().text().substring(0, 1));
            add(subject, "held", alert != null && alert.status().swings().held() ? "h" : ".");
            add(subject, "severity", alert == null ? "." : alert.severity().text().substring(0, 1));
            add(
                    subject,
                    "episode",
                    String.valueOf(episodes.getOrDefault(subject, Set.of()).size()));
            add(subject, "step", step.isEmpty() ? "." : "!");
            add(subject, "notify", step.isEmpty() ? "." : letter(step.getFirst().notice()));
        }

        private static String letter(Notice notice) {
            return switch (notice) {
                case NONE -> ".";
                case FIRING -> "f";
                case RESOLVED -> "r";
            };
        }

        private void add(Labels subject, String row, String cell) {
            actual.computeIfAbsent(subject, _ -> new HashMap<>())
                    .computeIfAbsent(row, _ -> new ArrayList<>())
                    .add(cell);
        }
    }
}
