// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import dev.sextant.tenant.TenantId;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Breaks in every way that a resource can, for [ProblemMappersTest].
@Path("/faulty")
@PermitAll
public class FaultyResource {
    /// A kind of thing.
    public enum Kind {
        SMALL,
        LARGE
    }

    /// Something with parts.
    public record Whole(List<Part> parts, TenantId tenant) {}

    /// One part.
    public record Part(String name, int count, Kind kind) {}

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String read(Whole whole) {
        return "read " + whole.parts().size();
    }

    @GET
    @Path("tenant/{id}")
    @Operation(hidden = true)
    public String tenant(@PathParam("id") String id) {
        return new TenantId(id).value();
    }

    @GET
    @Path("number/{n}")
    @Operation(hidden = true)
    public int number(@PathParam("n") int n) {
        return n;
    }

    @GET
    @Path("library/{text}")
    @Operation(hidden = true)
    public String library(@PathParam("text") String text) {
        return UUID.fromString(text).toString();
    }

    @GET
    @Path("broken")
    @Operation(hidden = true)
    public String broken() {
        throw new IllegalStateException("com.example.Secret is broken");
    }

    @GET
    @Path("problem")
    @Operation(hidden = true)
    public String problem() {
        throw new Problem(409, "taken", "rule cpu-high exists")
                .with("line", 3)
                .header("Retry-After", "7");
    }

    @GET
    @Path("closed")
    @RolesAllowed("nobody")
    @Operation(hidden = true)
    public String closed() {
        return "never";
    }
}
