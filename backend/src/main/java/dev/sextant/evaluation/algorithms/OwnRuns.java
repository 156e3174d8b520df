// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.query.FrameJson;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryResource;
import dev.sextant.query.QueryResult;
import dev.sextant.query.TenantQueryLimits;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs algorithms of a tenant's own for a request: on what a query reads, or on series that came along.
@ApplicationScoped
public class OwnRuns {
    private static final Set<String> FIELDS =
            Set.of(
                    "use",
                    "options",
                    "query",
                    "series",
                    "keep",
                    "keepLast",
                    "language",
                    "source",
                    "model");

    private final QueryEngine engine;
    private final TenantQueryLimits limits;
    private final AlgorithmMethods methods;
    private final OwnWork work;
    private final InstantSource clock;

    OwnRuns(
            QueryEngine engine,
            TenantQueryLimits limits,
            AlgorithmMethods methods,
            OwnWork work,
            InstantSource clock) {
        this.engine = engine;
        this.limits = limits;
        this.methods = methods;
        this.work = work;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException in words for the caller
    static OptionFields fields(@Nullable JsonNode body) {
        return OptionFields.of("the request", body == null ? MissingNode.getInstance() : body)
                .allow(FIELDS);
    }

    /// @throws IllegalArgumentException when the request is wrong
    FrameJson run(TenantId tenant, OptionFields fields, Program program) {
        if (fields.find("query").isPresent() == fields.find("series").isPresent()) {
            throw new IllegalArgumentException(
                    "give the algorithm a query or series, one of the two");
        }
        var applied = OwnApplied.of(work, fields);
        var given = fields.find("series").map(GivenRows::of);
        var now = given.map(GivenRows::end).orElseGet(clock::instant);
        var read =
                given.isPresent()
                        ? given.get()
                                .engine(limits.find(tenant), methods)
                                .run(tenant, given.get().plan().toString(), now)
                        : engine.run(tenant, fields.node().path("query").toString(), now);
        return switch (read) {
            case QueryResult.Refused refused -> throw QueryResource.problem(refused);
            case QueryResult.Answer(var frame, var cost) -> {
                var run = new FrameMethods.Run(tenant, now, () -> {});
                yield FrameJson.of(
                        new QueryResult.Answer(work.apply(applied, program, frame, run), cost));
            }
        };
    }

    Program saved(TenantId tenant, String use) {
        return Program.of(work.version(tenant, use));
    }
}
