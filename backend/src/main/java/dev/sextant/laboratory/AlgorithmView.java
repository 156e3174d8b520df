// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.laboratory.AlgorithmRuns.Tested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An algorithm of the tenant's own as REST shows it.
///
/// @param name as rules use it, such as `own/night-shift`
/// @param version the version whose source this is
/// @param newest number of the newest version
/// @param stable number of the version that the bare name means; null when there is none
/// @param tests results of the tests of this version, where they were just run
/// @param history what was promoted, rolled back or retired, newest first
public record AlgorithmView(
        String name,
        int version,
        int newest,
        @Nullable Integer stable,
        String stage,
        String kind,
        String language,
        String source,
        String documentation,
        JsonNode header,
        List<VersionLine> versions,
        List<ChangeLine> history,
        @Nullable List<Tested> tests) {

    public record VersionLine(int version, String stage, Instant savedAt, String savedBy) {}

    public record ChangeLine(int version, String stage, Instant at, String by) {}

    static AlgorithmView of(
            AlgorithmVersion shown,
            List<AlgorithmVersion> versions,
            Stages stages,
            @Nullable List<Tested> tests) {
        return new AlgorithmView(
                shown.name().full(),
                shown.number(),
                versions.getFirst().number(),
                stages.stable(),
                stages.of(shown.number()).text(),
                shown.kind(),
                shown.text().language(),
                shown.text().source(),
                shown.text().documentation(),
                shown.header(),
                versions.stream()
                        .map(one ->
                                new VersionLine(
                                        one.number(),
                                        stages.of(one.number()).text(),
                                        one.saved().at(),
                                        one.saved().by()))
                        .toList(),
                stages.history().stream()
                        .map(change ->
                                new ChangeLine(
                                        change.number(),
                                        change.stage().text(),
                                        change.at(),
                                        change.by()))
                        .toList(),
                tests);
    }
}
