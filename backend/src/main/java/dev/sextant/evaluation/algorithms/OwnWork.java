// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.laboratory.AlgorithmName;
import dev.sextant.laboratory.AlgorithmRuns;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.laboratory.AlgorithmVersion;
import dev.sextant.laboratory.OwnAlgorithms;
import dev.sextant.laboratory.OwnAlgorithms.Standing;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.telemetry.Frame;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/// The seam between plans and algorithms of tenants' own: resolves a name such as `own/night-shift@2`, and runs it.
@ApplicationScoped
public class OwnWork {
    private final OwnAlgorithms algorithms;
    private final AlgorithmRuns runs;

    OwnWork(OwnAlgorithms algorithms, AlgorithmRuns runs) {
        this.algorithms = algorithms;
        this.runs = runs;
    }

    static boolean isMeant(JsonNode plan) {
        return plan.path("use").asText().startsWith(AlgorithmName.PREFIX);
    }

    List<Standing> list(TenantId tenant) {
        return algorithms.list(tenant);
    }

    /// Runs the version that a plan names on its rows.
    Frame apply(OwnApplied applied, Frame input, FrameMethods.Run run) {
        try {
            var version = version(run.tenant(), applied.use());
            return apply(applied, Program.of(version), input, run);
        } catch (IllegalArgumentException wrong) {
            throw new UnfitFramesException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /// Runs a program, which need not be saved, on rows.
    Frame apply(OwnApplied applied, Program program, Frame input, FrameMethods.Run run) {
        return new OwnBatches(runs, applied, program).apply(input, run);
    }

    /// The version that is named, ready to run.
    ///
    /// @throws IllegalArgumentException saying what there is instead
    OwnBatches batches(OwnApplied applied, TenantId tenant) {
        return new OwnBatches(runs, applied, Program.of(version(tenant, applied.use())));
    }

    /// @throws IllegalArgumentException saying what there is instead
    AlgorithmVersion version(TenantId tenant, String use) {
        int at = use.lastIndexOf('@');
        var full = at < 0 ? use : use.substring(0, at);
        var standing =
                AlgorithmName.of(full.substring(AlgorithmName.PREFIX.length()))
                        .flatMap(name -> algorithms.find(tenant, name))
                        .orElseThrow(() -> unknown(tenant, full));
        int number = at < 0 ? stable(standing) : number(standing, use.substring(at + 1));
        return algorithms
                .version(tenant, standing.name(), number)
                .orElseThrow(() -> noVersion(standing, String.valueOf(number)));
    }

    private IllegalArgumentException unknown(TenantId tenant, String full) {
        var known =
                algorithms.list(tenant).stream()
                        .map(standing -> standing.name().full())
                        .collect(Collectors.toSet());
        return new IllegalArgumentException(
                "there is no algorithm %s%s"
                        .formatted(
                                OptionFields.shortened(full),
                                known.isEmpty()
                                        ? "; none was registered yet"
                                        : OptionFields.didYouMean(full, known)));
    }

    private static int stable(Standing standing) {
        if (standing.stable() == null) {
            throw new IllegalArgumentException(
                    "%1$s has no stable version: promote one, or name one, as in %1$s@%2$d"
                            .formatted(standing.name().full(), standing.newest()));
        }
        return standing.stable();
    }

    private static int number(Standing standing, String digits) {
        if (!digits.matches("\\d{1,6}")) {
            throw noVersion(standing, OptionFields.shortened(digits));
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException noVersion(Standing standing, String number) {
        return new IllegalArgumentException(
                "there is no such version: %s@%s; the newest is %d"
                        .formatted(standing.name().full(), number, standing.newest()));
    }
}
