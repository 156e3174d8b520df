// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.laboratory.AlgorithmName;
import dev.sextant.laboratory.AlgorithmVersion;
import dev.sextant.laboratory.AlgorithmVersion.Saved;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.laboratory.Model;
import dev.sextant.laboratory.OwnAlgorithms;
import dev.sextant.laboratory.Stage;
import dev.sextant.laboratory.StageChange;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Algorithms in the relational database.
@ApplicationScoped
public class PanacheOwnAlgorithms implements OwnAlgorithms {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OwnAlgorithmRows rows;
    private final OwnVersionRows versions;
    private final StageChangeRows changes;
    private final OwnModelRows models;
    private final TenantTransactions transactions;

    PanacheOwnAlgorithms(
            OwnAlgorithmRows rows,
            OwnVersionRows versions,
            StageChangeRows changes,
            OwnModelRows models,
            TenantTransactions transactions) {
        this.rows = rows;
        this.versions = versions;
        this.changes = changes;
        this.models = models;
        this.transactions = transactions;
    }

    @Override
    public List<Standing> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () -> rows.stream("order by name").map(PanacheOwnAlgorithms::standing).toList());
    }

    @Override
    public Optional<Standing> find(TenantId tenant, AlgorithmName name) {
        return transactions.call(
                tenant,
                () ->
                        rows.find("name", name.value())
                                .firstResultOptional()
                                .map(PanacheOwnAlgorithms::standing));
    }

    @Override
    public Optional<AlgorithmVersion> version(TenantId tenant, AlgorithmName name, int number) {
        return transactions.call(
                tenant,
                () ->
                        versions.find("algorithm = ?1 and number = ?2", name.value(), number)
                                .firstResultOptional()
                                .map(row -> version(row, model(row))));
    }

    @Override
    public List<AlgorithmVersion> versions(TenantId tenant, AlgorithmName name) {
        return transactions.call(
                tenant,
                () ->
                        versions.stream("algorithm = ?1 order by number desc", name.value())
                                .map(row -> version(row, null))
                                .toList());
    }

    @Override
    public List<StageChange> history(TenantId tenant, AlgorithmName name) {
        return transactions.call(
                tenant,
                () ->
                        changes.stream("algorithm = ?1 order by place desc", name.value())
                                .map(PanacheOwnAlgorithms::change)
                                .toList());
    }

    @Override
    public long modelBytes(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        models.getEntityManager()
                                .createQuery(
                                        "select coalesce(sum(byteCount), 0L) from OwnModelEntity",
                                        Long.class)
                                .getSingleResult());
    }

    @Override
    public boolean put(TenantId tenant, AlgorithmVersion version) {
        return transactions.call(
                tenant,
                () -> {
                    var row = locked(version.name()).orElseGet(() -> blank(version.name()));
                    if (version.number() != row.newest + 1) {
                        return false;
                    }
                    row.newest = version.number();
                    row.language = version.text().language();
                    row.header = version.header().toString();
                    rows.persist(row);
                    keep(version);
                    return true;
                });
    }

    @Override
    public boolean change(
            TenantId tenant,
            AlgorithmName name,
            @Nullable Integer before,
            List<StageChange> wanted) {
        return transactions.call(
                tenant,
                () -> {
                    var row = locked(name);
                    if (row.isEmpty() || !Objects.equals(row.get().stable, before)) {
                        return false;
                    }
                    row.get().stable =
                            wanted.stream()
                                    .filter(change -> change.stage() == Stage.STABLE)
                                    .map(StageChange::number)
                                    .findFirst()
                                    .orElse(null);
                    int place = (int) changes.count("algorithm", name.value());
                    for (var change : wanted) {
                        keep(name, place++, change);
                    }
                    return true;
                });
    }

    @Override
    public boolean delete(TenantId tenant, AlgorithmName name) {
        return transactions.call(
                tenant,
                () -> {
                    changes.delete("algorithm", name.value());
                    versions.delete("algorithm", name.value());
                    models.delete("algorithm", name.value());
                    return rows.delete("name", name.value()) > 0;
                });
    }

    private Optional<OwnAlgorithmEntity> locked(AlgorithmName name) {
        return rows.find("name", name.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private static OwnAlgorithmEntity blank(AlgorithmName name) {
        var row = new OwnAlgorithmEntity();
        row.pk = UUID.randomUUID().toString();
        row.name = name.value();
        return row;
    }

    private void keep(AlgorithmVersion version) {
        var row = new OwnVersionEntity();
        row.pk = UUID.randomUUID().toString();
        row.algorithm = version.name().value();
        row.number = version.number();
        row.language = version.text().language();
        row.source = version.text().source();
        row.documentation = version.text().documentation();
        row.header = version.header().toString();
        row.savedAt = version.saved().at();
        row.savedBy = version.saved().by();
        var model = version.text().model();
        if (model != null) {
            row.model = model.sha256();
            keep(version.name(), model);
        }
        versions.persist(row);
    }

    private void keep(AlgorithmName name, Model model) {
        if (file(name.value(), model.sha256()).isEmpty()) {
            var row = new OwnModelEntity();
            row.pk = UUID.randomUUID().toString();
            row.algorithm = name.value();
            row.sha256 = model.sha256();
            row.byteCount = model.bytes();
            row.content = model.base64();
            models.persist(row);
        }
    }

    private Optional<OwnModelEntity> file(String algorithm, String sha256) {
        return models.find("algorithm = ?1 and sha256 = ?2", algorithm, sha256)
                .firstResultOptional();
    }

    private @Nullable Model model(OwnVersionEntity row) {
        return row.model == null
                ? null
                : file(row.algorithm, row.model)
                        .map(file -> new Model(file.content, file.sha256, file.byteCount))
                        .orElseThrow();
    }

    private void keep(AlgorithmName name, int place, StageChange change) {
        var row = new StageChangeEntity();
        row.pk = UUID.randomUUID().toString();
        row.algorithm = name.value();
        row.place = place;
        row.number = change.number();
        row.stage = change.stage().text();
        row.changedAt = change.at();
        row.changedBy = change.by();
        changes.persist(row);
    }

    private static Standing standing(OwnAlgorithmEntity row) {
        return new Standing(
                new AlgorithmName(row.name),
                row.newest,
                row.stable,
                row.language,
                json(row.header));
    }

    private static AlgorithmVersion version(OwnVersionEntity row, @Nullable Model model) {
        return new AlgorithmVersion(
                new AlgorithmName(row.algorithm),
                row.number,
                new Text(row.language, row.source, row.documentation, model),
                json(row.header),
                new Saved(row.savedAt, row.savedBy));
    }

    private static StageChange change(StageChangeEntity row) {
        return new StageChange(
                row.number,
                Stage.valueOf(row.stage.toUpperCase(Locale.ROOT)),
                row.changedAt,
                row.changedBy);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("a kept header is no JSON", problem);
        }
    }
}
