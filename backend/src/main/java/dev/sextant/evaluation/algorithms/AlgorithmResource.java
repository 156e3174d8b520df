// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.algorithm.Algorithm;
import dev.sextant.algorithm.Catalogue;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.query.FrameJson;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryResource;
import dev.sextant.query.QueryResult;
import dev.sextant.query.TenantQueryLimits;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The algorithms by REST: what there is, and a run on a query or on given series.
@Path("/api/v1/algorithms")
@Tag(name = "Algorithms")
@RolesAllowed("viewer")
public class AlgorithmResource {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    /// Runs of one tenant at the same time: a run may keep a core busy for as long as a query may take.
    private static final int MOST_AT_ONCE = 2;

    private static final Set<String> FIELDS =
            Set.of("version", "options", "query", "series", "keep", "keepLast", "at");

    private final QueryEngine engine;
    private final TenantQueryLimits limits;
    private final AlgorithmMethods methods;
    private final CurrentTenant tenant;
    private final InstantSource clock;
    private final Map<TenantId, Semaphore> running = new ConcurrentHashMap<>();

    AlgorithmResource(
            QueryEngine engine,
            TenantQueryLimits limits,
            AlgorithmMethods methods,
            CurrentTenant tenant,
            InstantSource clock) {
        this.engine = engine;
        this.limits = limits;
        this.methods = methods;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary =
                    "List the algorithms, built-in ones and the tenant's own, with their parameters")
    public Page<AlgorithmJson> list() {
        return Page.all(
                Stream.concat(
                                Catalogue.all().stream().map(AlgorithmJson::of),
                                methods.own(tenant.id()).stream().map(AlgorithmJson::of))
                        .toList());
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One algorithm, its newest version or, as name@version, one of them")
    public AlgorithmJson find(@PathParam("name") String name) {
        return AlgorithmJson.of(known(name));
    }

    @POST
    @Path("{name}/run")
    @Operation(
            summary = "Run an algorithm on a query or on given series",
            description =
                    "{\"query\": {\"metric\": \"host.cpu.usage_ratio\", \"last\": \"7d\", \"step\": \"1m\"}, \"options\": {\"direction\": \"up\"}}, or \"series\": [{\"labels\": {}, \"times\": [], \"values\": []}] in place of the query.")
    public FrameJson run(
            @PathParam("name") String name,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        var algorithm = known(name);
        try {
            var fields =
                    OptionFields.of("the request", body == null ? MissingNode.getInstance() : body)
                            .allow(FIELDS);
            return limited(() -> answer(algorithm, fields));
        } catch (IllegalArgumentException wrong) {
            throw new Problem(BAD_REQUEST, "invalid-run", String.valueOf(wrong.getMessage()));
        }
    }

    private FrameJson answer(Algorithm algorithm, OptionFields fields) {
        if (fields.find("query").isPresent() == fields.find("series").isPresent()) {
            throw new IllegalArgumentException(
                    "give the algorithm a query or series, one of the two");
        }
        var now = at(fields);
        var given = fields.find("series").map(GivenRows::of);
        var plan = plan(algorithm, fields);
        var result =
                given.isEmpty()
                        ? engine.run(tenant.id(), plan.toString(), now)
                        : given.get()
                                .engine(limits.find(tenant.id()), methods)
                                .run(
                                        tenant.id(),
                                        plan.set("input", given.get().plan()).toString(),
                                        given.get().end());
        return switch (result) {
            case QueryResult.Answer found -> FrameJson.of(found);
            case QueryResult.Refused refused -> throw QueryResource.problem(refused);
        };
    }

    private static ObjectNode plan(Algorithm algorithm, OptionFields fields) {
        var version = fields.whole("version", algorithm.version(), Integer.MAX_VALUE);
        var plan = JsonNodeFactory.instance.objectNode().put("op", "algorithm");
        plan.put("use", algorithm.name() + "@" + version);
        fields.find("options").ifPresent(options -> plan.set("options", options));
        fields.find("keep").ifPresent(keep -> plan.set("keep", keep));
        fields.find("keepLast").ifPresent(keep -> plan.set("keepLast", keep));
        fields.find("query").ifPresent(query -> plan.set("input", query));
        return plan;
    }

    private Instant at(OptionFields fields) {
        var now = clock.instant();
        return fields.find("at")
                .map(time -> new GivenValue(fields, "at", time).time())
                .map(Instant::ofEpochMilli)
                .filter(time -> !time.isAfter(now))
                .orElse(now);
    }

    private FrameJson limited(Supplier<FrameJson> work) {
        var own = running.computeIfAbsent(tenant.id(), _ -> new Semaphore(MOST_AT_ONCE));
        if (!own.tryAcquire()) {
            throw new Problem(
                            TOO_MANY,
                            "too-many-runs",
                            "tenant %s runs %d algorithms already, which is all that it may at once: try again when one is over"
                                    .formatted(tenant.id(), MOST_AT_ONCE))
                    .header("Retry-After", "1");
        }
        try {
            return QueryResource.reading(work);
        } finally {
            own.release();
        }
    }

    private static Algorithm known(String name) {
        try {
            return AlgorithmNames.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new Problem(NOT_FOUND, "unknown-algorithm", String.valueOf(unknown.getMessage()));
        }
    }
}
