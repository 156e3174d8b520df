// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.tenant.UsageSource;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the tenant uses right now, over REST.
@Path("/api/v1/usage")
@Tag(name = "Usage")
public class UsageResource {
    private final List<UsageSource> sources;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    UsageResource(@All List<UsageSource> sources, CurrentTenant tenant, InstantSource clock) {
        this.sources = sources;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    public Map<String, Object> usage() {
        var now = clock.instant();
        var whole = new TreeMap<String, Object>();
        sources.forEach(source -> whole.putAll(source.usage(tenant.id(), now)));
        return whole;
    }
}
