// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.laboratory.AlgorithmFiles.Reading;
import dev.sextant.laboratory.AlgorithmVersion.Saved;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.script.HeaderOutcome.Diagnostic;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Turns texts into saved versions: read by the language, held against the limits, counted.
@ApplicationScoped
public class AlgorithmSaving {
    private final OwnAlgorithms algorithms;
    private final AlgorithmFiles files;
    private final LaboratoryConfig config;

    AlgorithmSaving(OwnAlgorithms algorithms, AlgorithmFiles files, LaboratoryConfig config) {
        this.algorithms = algorithms;
        this.files = files;
        this.config = config;
    }

    /// How a save ends.
    public sealed interface Ending {
        record Stored(AlgorithmVersion version) implements Ending {}

        record Invalid(List<Diagnostic> flaws) implements Ending {}

        /// Somebody else saved in between.
        record Stale() implements Ending {}
    }

    /// @param before number of the version that the author saw; 0: there was none
    public Ending save(TenantId tenant, AlgorithmName name, int before, Text text, Saved saved) {
        var whole = withModel(tenant, name, before, text);
        var excess = excess(tenant, name, before, text);
        if (excess.isPresent()) {
            return new Ending.Invalid(AlgorithmFiles.invalid(excess.get()).flaws());
        }
        return switch (files.read(tenant, whole)) {
            case Reading.Invalid(var flaws) -> new Ending.Invalid(flaws);
            case Reading.Valid(var header) -> {
                var version = new AlgorithmVersion(name, before + 1, whole, header, saved);
                yield algorithms.put(tenant, version)
                        ? new Ending.Stored(version)
                        : new Ending.Stale();
            }
        };
    }

    /// What is said of a model may change while the model stays as it was.
    private Text withModel(TenantId tenant, AlgorithmName name, int before, Text text) {
        if (!text.isOfModel() || text.model() != null) {
            return text;
        }
        return algorithms
                .version(tenant, name, before)
                .flatMap(earlier -> Optional.ofNullable(earlier.text().model()))
                .map(text::withModel)
                .orElse(text);
    }

    private Optional<String> excess(TenantId tenant, AlgorithmName name, int before, Text text) {
        int bytes =
                Math.max(
                        text.source().getBytes(UTF_8).length,
                        text.documentation().getBytes(UTF_8).length);
        if (bytes > config.bytes()) {
            return Optional.of(
                    "the source and the documentation of an algorithm may have %,d bytes each, not %,d"
                            .formatted(config.bytes(), bytes));
        }
        if (before >= config.versions()) {
            return Optional.of(
                    "algorithm %s has %,d versions, which is all that it may have: register it by another name"
                            .formatted(name.full(), before));
        }
        var model = text.model();
        if (model != null && algorithms.modelBytes(tenant) + model.bytes() > config.modelsBytes()) {
            return Optional.of(
                    "the models of the tenant may have %,d bytes in all: delete an algorithm that nobody uses"
                            .formatted(config.modelsBytes()));
        }
        return before == 0 && algorithms.list(tenant).size() >= config.algorithms()
                ? Optional.of(
                        "the tenant has %,d algorithms, which is all that it may have: delete one that nobody uses"
                                .formatted(config.algorithms()))
                : Optional.empty();
    }
}
