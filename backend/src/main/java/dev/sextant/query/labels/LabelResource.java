// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.labels;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.store.SourceUnavailableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The labels that series have, for completion and for filters.
@Path("/api/v1/labels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class LabelResource {
    private final LabelNames labels;
    private final CurrentTenant tenant;

    LabelResource(LabelNames labels, CurrentTenant tenant) {
        this.labels = labels;
        this.tenant = tenant;
    }

    /// Which labels, and which page of them.
    ///
    /// @param metric only those of this metric's series; all when it is not given
    /// @param after the cursor of the page before
    public record Asked(
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {}

    @GET
    public Page<String> names(@BeanParam Asked asked) {
        return page(() -> labels.names(tenant.id(), asked.metric()), asked);
    }

    @GET
    @Path("/{name}/values")
    public Page<String> values(@PathParam("name") String name, @BeanParam Asked asked) {
        return page(() -> labels.values(tenant.id(), name, asked.metric()), asked);
    }

    private static Page<String> page(Supplier<List<String>> labels, Asked asked) {
        var all = found(labels);
        int at = Collections.binarySearch(all, asked.after());
        int from = at < 0 ? -at - 1 : at + 1;
        int to = (int) Math.min(all.size(), from + Math.clamp(asked.limit(), 1L, 10_000L));
        var items = all.subList(from, to);
        return new Page<>(items, to < all.size() ? items.getLast() : null);
    }

    private static List<String> found(Supplier<List<String>> labels) {
        try {
            return labels.get();
        } catch (SourceUnavailableException elsewhere) {
            throw new Problem(503, "source-unavailable", elsewhere.detail());
        }
    }
}
