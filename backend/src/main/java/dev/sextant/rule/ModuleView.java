// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.rule.ModuleUses.ModuleUse;
import java.time.Instant;
import java.util.List;

/// A module as REST shows it.
///
/// @param version the version whose source this is
/// @param newest what a rule gets that is saved now and pins nothing
/// @param users rules that run with it, each with the version it runs with
public record ModuleView(
        String name,
        String language,
        int version,
        int newest,
        String source,
        Instant savedAt,
        String savedBy,
        List<SavedVersion> versions,
        List<ModuleUse> users) {

    public record SavedVersion(int version, Instant savedAt, String savedBy) {}

    /// A module as one line of the list.
    ///
    /// @param outdated how many of its users run with an older version
    public record Summary(
            String name, String language, int version, long outdated, List<ModuleUse> users) {

        static Summary of(ModuleName name, int version, List<ModuleUse> users) {
            return new Summary(
                    name.value(),
                    name.language(),
                    version,
                    users.stream().filter(use -> use.version() < version).count(),
                    users);
        }
    }

    static ModuleView of(ModuleVersion shown, List<ModuleVersion> versions, List<ModuleUse> users) {
        return new ModuleView(
                shown.name().value(),
                shown.name().language(),
                shown.number(),
                versions.getFirst().number(),
                shown.source(),
                shown.savedAt(),
                shown.savedBy(),
                versions.stream()
                        .map(one -> new SavedVersion(one.number(), one.savedAt(), one.savedBy()))
                        .toList(),
                users);
    }
}
