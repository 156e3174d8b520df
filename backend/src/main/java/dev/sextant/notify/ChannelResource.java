// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The channels of the caller's tenant.
@Path("/api/v1/channels")
@Tag(name = "channels", description = "Where notifications go; viewers read, editors write")
public class ChannelResource {
    private final ChannelBook book;
    private final DeliveryDesk desk;
    private final Messages messages;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    public ChannelResource(
            ChannelBook book,
            DeliveryDesk desk,
            Messages messages,
            CurrentTenant tenant,
            InstantSource clock) {
        this.book = book;
        this.desk = desk;
        this.messages = messages;
        this.tenant = tenant;
        this.clock = clock;
    }

    /// A channel to be made.
    ///
    /// @param type `webhook`, which is also what is meant when it is left out
    /// @param enabled left out: true
    @Schema(name = "ChannelDraft")
    public record Draft(
            @Nullable String name,
            @Nullable String type,
            @Nullable String url,
            @Nullable Boolean enabled) {}

    /// A channel as it is listed.
    @Schema(name = "Channel")
    public record View(
            String id,
            String name,
            String type,
            String url,
            boolean enabled,
            Instant createdAt,
            @Nullable LastDelivery lastDelivery) {
        static View of(Channel channel, @Nullable Delivery last) {
            return new View(
                    channel.id(),
                    channel.name(),
                    channel.target().type(),
                    channel.target().address().toString(),
                    channel.enabled(),
                    channel.createdAt(),
                    last == null ? null : LastDelivery.of(last));
        }
    }

    /// How the newest delivery to a channel stands: `pending`, `failed` (tried again), `sent` or `dead`.
    @Schema(name = "LastDelivery")
    public record LastDelivery(Instant at, String status, @Nullable String detail) {
        static LastDelivery of(Delivery delivery) {
            return new LastDelivery(
                    delivery.at(), delivery.state().text(), delivery.state().detail());
        }
    }

    /// How a test message ended: `sent` or `failed`.
    @Schema(name = "ChannelTest")
    public record TestResult(String status, String detail) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(operationId = "listChannels", summary = "The tenant's channels, the oldest first")
    public Page<View> list() {
        var last = book.lastDeliveries(tenant.id());
        return Page.all(
                book.list(tenant.id()).stream()
                        .map(channel -> View.of(channel, last.get(channel.id())))
                        .toList());
    }

    @POST
    @RolesAllowed("editor")
    @Operation(operationId = "createChannel", summary = "Makes a channel")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "400", description = "invalid-json or invalid-argument")
    @APIResponse(responseCode = "409", description = "too-many-channels")
    public Response create(@Nullable Draft draft) {
        if (draft == null || draft.name() == null || draft.url() == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"name\": \"...\", \"type\": \"webhook\", \"url\": \"https://...\", \"enabled\": true}");
        }
        var type = draft.type();
        if (type != null && !type.equals(ChannelTarget.Webhook.TYPE)) {
            throw new Problem(
                    400,
                    "invalid-argument",
                    "the channel type \"%s\" is not known: use webhook".formatted(type));
        }
        var enabled = draft.enabled();
        var channel =
                book.add(
                                tenant.id(),
                                draft.name().strip(),
                                draft.url(),
                                enabled == null || enabled,
                                clock.instant())
                        .orElseThrow(() ->
                                new Problem(
                                        409,
                                        "too-many-channels",
                                        "this tenant has as many channels as it may have; delete one first"));
        return Response.created(URI.create("/api/v1/channels/" + channel.id()))
                .entity(View.of(channel, null))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("editor")
    @Operation(
            operationId = "deleteChannel",
            summary = "Deletes a channel; what is not sent to it yet is given up")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "unknown-channel")
    public void delete(String id) {
        if (!book.delete(tenant.id(), id)) {
            throw unknown();
        }
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed("editor")
    @Operation(
            operationId = "testChannel",
            summary = "Sends a test message now, also to a channel that is not enabled")
    @APIResponse(responseCode = "200", description = "How it ended")
    @APIResponse(responseCode = "404", description = "unknown-channel")
    public TestResult test(String id) {
        var owner = tenant.id();
        var channel = book.find(owner, id).orElseThrow(ChannelResource::unknown);
        var message = messages.test(owner, channel, clock.instant());
        var outcome = desk.sendOnce(owner, channel, message, clock);
        return switch (outcome) {
            case SendOutcome.Accepted(var detail) -> new TestResult("sent", detail);
            case SendOutcome.Refused(var detail) -> new TestResult("failed", detail);
        };
    }

    private static Problem unknown() {
        return new Problem(404, "unknown-channel", "this tenant has no such channel");
    }
}
