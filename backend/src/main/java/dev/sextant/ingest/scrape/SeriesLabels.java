// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Names the series of one target: the page's own labels with the target's. What a series' text on the page means is
/// remembered from one scrape to the next, so that a page that stays the same is read once.
final class SeriesLabels {
    private static final List<String> REPORT =
            List.of(
                    "up",
                    "scrape_duration_seconds",
                    "scrape_samples_scraped",
                    "scrape_samples_post_metric_relabeling",
                    "scrape_series_added");

    private final Target target;
    private Map<String, SeriesKey> known = Map.of();

    SeriesLabels(Target target) {
        this.target = target;
    }

    /// The page's samples under their names, after the target's steps. Of two samples of a series and time the first counts.
    List<Series> series(ScrapedPage page, long at) throws ScrapeFailedException {
        var keys = HashMap.<String, SeriesKey>newHashMap(page.lines().size());
        var seen = HashSet.<SeriesKey>newHashSet(page.lines().size());
        var series = new ArrayList<Series>(page.lines().size());
        for (var line : page.lines()) {
            var key = known.get(line.series());
            if (key == null) {
                key = labelled(SeriesText.read(line.number(), line.series()));
            }
            keys.put(line.series(), key);
            boolean isTimed = target.honorsTimestamps() && line.time() != ScrapedPage.NO_TIME;
            if (isTimed || seen.add(key)) {
                series.add(
                        new Series(
                                key,
                                new long[] {isTimed ? line.time() : at},
                                new double[] {line.value()}));
            }
        }
        known = keys;
        return target.steps().clean(series);
    }

    /// What the scrape says of itself, as Prometheus names it.
    List<Series> report(List<Double> values, long at) {
        var series = new ArrayList<Series>();
        for (int i = 0; i < REPORT.size(); i++) {
            series.add(
                    new Series(
                            new SeriesKey(REPORT.get(i), target.labels()),
                            new long[] {at},
                            new double[] {values.get(i)}));
        }
        return series;
    }

    private SeriesKey labelled(SeriesKey scraped) {
        var labels = new TreeMap<>(scraped.labels().asMap());
        for (var own : target.labels().asMap().entrySet()) {
            var theirs = labels.get(own.getKey());
            if (theirs == null || !target.honorsLabels()) {
                labels.put(own.getKey(), own.getValue());
            }
            if (theirs != null && !target.honorsLabels()) {
                var name = "exported_" + own.getKey();
                while (labels.containsKey(name)) {
                    name = "exported_" + name;
                }
                labels.put(name, theirs);
            }
        }
        return new SeriesKey(scraped.metric(), Labels.of(labels));
    }
}
