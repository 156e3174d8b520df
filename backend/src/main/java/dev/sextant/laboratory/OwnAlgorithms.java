// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The algorithms that a tenant registered.
public interface OwnAlgorithms {
    /// An algorithm as it stands.
    ///
    /// @param newest number of the newest version
    /// @param stable number of the stable version; null when there is none
    /// @param language of the newest version
    /// @param header of the newest version
    record Standing(
            AlgorithmName name,
            int newest,
            @Nullable Integer stable,
            String language,
            JsonNode header) {}

    /// In order of their names.
    List<Standing> list(TenantId tenant);

    Optional<Standing> find(TenantId tenant, AlgorithmName name);

    Optional<AlgorithmVersion> version(TenantId tenant, AlgorithmName name, int number);

    /// Newest first, without the bytes of models.
    List<AlgorithmVersion> versions(TenantId tenant, AlgorithmName name);

    /// What happened to the versions, newest first.
    List<StageChange> history(TenantId tenant, AlgorithmName name);

    /// Bytes of all models of the tenant; what several versions share counts once.
    long modelBytes(TenantId tenant);

    /// Stores the next version and makes it the newest.
    ///
    /// @return false when its number is not the next one; nothing is stored then
    boolean put(TenantId tenant, AlgorithmVersion version);

    /// Records changes of stages, of which one at most makes a version stable.
    ///
    /// @param before the stable version that the changes were made for
    /// @return false when another version is stable, or there is no such algorithm; nothing is recorded then
    boolean change(
            TenantId tenant,
            AlgorithmName name,
            @Nullable Integer before,
            List<StageChange> changes);

    /// Deletes an algorithm with all its versions.
    ///
    /// @return whether there was one
    boolean delete(TenantId tenant, AlgorithmName name);
}
