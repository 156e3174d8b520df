// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What was told, or is still to be told, to the channels of the caller's tenant.
@Path("/api/v1/deliveries")
@RolesAllowed("viewer")
@Tag(name = "deliveries", description = "The record of notifications; role viewer and up")
public class DeliveryResource {
    private static final int MAX_LIMIT = 500;

    private final Deliveries deliveries;
    private final CurrentTenant tenant;

    public DeliveryResource(Deliveries deliveries, CurrentTenant tenant) {
        this.deliveries = deliveries;
        this.tenant = tenant;
    }

    /// A delivery as it is listed.
    ///
    /// @param kind `firing`, `resolved` or `test`
    /// @param status `pending`, `failed` (tried again), `sent` or `dead`
    /// @param at when it came into its status
    @Schema(name = "Delivery")
    public record View(
            String id,
            String channelId,
            String channelName,
            @Nullable String alertId,
            String kind,
            String status,
            int attempts,
            Instant at,
            @Nullable String detail) {
        static View of(Delivery delivery) {
            return new View(
                    delivery.id(),
                    delivery.receiver().channelId(),
                    delivery.receiver().channelName(),
                    delivery.message().alertId(),
                    delivery.message().kind().text(),
                    delivery.state().text(),
                    delivery.state().attempts(),
                    delivery.at(),
                    delivery.state().detail());
        }
    }

    @GET
    @Operation(operationId = "listDeliveries", summary = "Deliveries, the newest first")
    public Page<View> list(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after) {
        var size = Math.clamp(limit, 1, MAX_LIMIT);
        var found = deliveries.list(tenant.id(), new DeliveryPage(channel, after, size + 1));
        var items = found.stream().limit(size).map(View::of).toList();
        return new Page<>(items, found.size() > size ? items.getLast().id() : null);
    }
}
