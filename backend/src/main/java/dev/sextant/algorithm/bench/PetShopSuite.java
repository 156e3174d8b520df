// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.algorithm.cause.CallGraph;
import dev.sextant.algorithm.cause.Cause;
import dev.sextant.algorithm.cause.CauseWalk;
import dev.sextant.algorithm.cause.Incident;
import dev.sextant.algorithm.cause.NodeSeries;
import dev.sextant.algorithm.change.Direction;
import dev.sextant.bench.BenchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// Root causes of PetShop (Hardt et al., CLeaR 2024): the share of issues whose true node ranks first, and among the first three, as the
/// authors count. Each traffic scenario has its graph and two quiet days; an issue is a few rows around its time.
final class PetShopSuite implements AccuracySuite {
    private static final String METRICS = "metrics.csv";
    private static final String TARGET = "target.json";
    private static final int DEPTH = 6;

    private final ObjectMapper json = new ObjectMapper();

    private record Scenario(CallGraph graph, PetShopTable quiet) {}

    @Override
    public String name() {
        return "petshop";
    }

    @Override
    public void run(Path folder, BenchReport report) throws IOException {
        int issues = 0;
        int first = 0;
        int amongThree = 0;
        long nanos = 0;
        for (var file : named("graph.csv", folder)) {
            var home = file.resolveSibling("noissue").resolve(METRICS);
            var scenario =
                    new Scenario(new CallGraph(PetShopTable.calls(file)), PetShopTable.read(home));
            for (var target : named(TARGET, file.resolveSibling(""))) {
                long began = System.nanoTime();
                int rank = rank(scenario, target);
                nanos += System.nanoTime() - began;
                issues++;
                first += rank < 1 ? 1 : 0;
                amongThree += rank < 3 ? 1 : 0;
            }
        }
        if (issues == 0) {
            report.leaveOut("petshop", "no graph.csv with issues in " + folder);
            return;
        }
        report.add("petshop.issues", issues, "");
        report.add("petshop.top1", (double) first / issues, "");
        report.add("petshop.top3", (double) amongThree / issues, "");
        report.add("petshop.millis", nanos / 1e6 / issues, "ms/issue");
    }

    private static List<Path> named(String name, Path folder) throws IOException {
        try (var files = Files.find(folder, DEPTH, (path, _) -> path.endsWith(name))) {
            return files.sorted().toList();
        }
    }

    // The place of the true cause, counted from 0; the largest number where it is not named.
    private int rank(Scenario scenario, Path file) throws IOException {
        var truth = json.readTree(file.toFile());
        var causes =
                causes(
                        scenario,
                        PetShopTable.read(file.resolveSibling(METRICS)),
                        truth.path("target"));
        var node = truth.path("root_cause").path("node").asText();
        int place = causes.stream().map(Cause::node).toList().indexOf(node);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static List<Cause> causes(Scenario scenario, PetShopTable issue, JsonNode target) {
        var metric = target.path("metric").asText();
        var statistic = target.path("agg").asText();
        var series = new LinkedHashMap<String, NodeSeries>();
        for (var node : issue.nodes()) {
            var values = new PetShopTable.Head(node, metric, statistic);
            var requests = new PetShopTable.Head(node, "requests", "Sum");
            series.put(
                    node,
                    new NodeSeries(
                            scenario.quiet.then(issue, values),
                            scenario.quiet.then(issue, requests)));
        }
        int before = before(issue.times(), target.path("timestamp").asDouble());
        var incident =
                new Incident(
                        target.path("node").asText(),
                        scenario.quiet.times().size() + before,
                        Math.max(1, before),
                        metric.equals("availability") ? Direction.DOWN : Direction.UP);
        return CauseWalk.rank(scenario.graph, series, incident);
    }

    // Rows that end before the issue was noticed; each stands for the time until the next.
    private static int before(List<Double> times, double noticed) {
        int count = 0;
        while (count + 1 < times.size() && times.get(count + 1) <= noticed) {
            count++;
        }
        return count;
    }
}
