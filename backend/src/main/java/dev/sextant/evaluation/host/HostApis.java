// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import dev.sextant.query.Asker.Standing;
import dev.sextant.query.QueryEngine;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Opens the host for one evaluation at a time, always on the same sources.
@ApplicationScoped
public class HostApis {
    private final QueryEngine queries;
    private final ScriptCalls calls;

    /// Tests and back-tests bring series and calls of their own.
    @Inject
    public HostApis(QueryEngine queries, ScriptCalls calls) {
        this.queries = queries;
        this.calls = calls;
    }

    /// With no other calls.
    public HostApis(QueryEngine queries) {
        this(queries, new ScriptCalls(List.of()));
    }

    /// @param needs what the rule's header declares
    public HostApi open(TenantId tenant, List<String> needs, Asking asking) {
        return new HostApi(tenant, needs, queries, calls, asking);
    }

    /// When is asked, and by whom.
    ///
    /// @param now what every clock of the script says
    /// @param standing who comes again with the next slot, if it is such a one
    /// @param staleAfter when a row is missing since nothing came of it
    public record Asking(Instant now, Optional<Standing> standing, Optional<Duration> staleAfter) {
        /// By somebody who may never come again.
        static Asking once(Instant now) {
            return new Asking(now, Optional.empty(), Optional.empty());
        }
    }
}
