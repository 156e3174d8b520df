// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import dev.sextant.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the header out of a script, with no capability granted to the script. The evaluation room provides it.
public interface HeaderReader {
    Reading read(TenantId tenant, String language, String source);

    /// Lets the language read a module, with the modules that it imports.
    ///
    /// @return what is wrong with it; empty when rules can import it
    List<Flaw> readModule(TenantId tenant, ModuleName name, String source);

    /// How a reading ends.
    sealed interface Reading {
        /// @param warnings what the author should look at, though the rule can be saved
        record Valid(RuleHeader header, List<Flaw> warnings) implements Reading {}

        /// @param flaws at least one error
        record Invalid(List<Flaw> flaws) implements Reading {}
    }

    /// @param severity "error" or "warning"
    /// @param line from 1; null when the flaw has no place
    record Flaw(
            String severity, String message, @Nullable Integer line, @Nullable Integer column) {}
}
