// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.laboratory.AlgorithmRuns.Program;
import dev.sextant.laboratory.AlgorithmRuns.Tested;
import dev.sextant.laboratory.AlgorithmVersion.Saved;
import dev.sextant.laboratory.AlgorithmVersion.Text;
import dev.sextant.laboratory.OwnAlgorithms.Standing;
import dev.sextant.script.HeaderOutcome.Diagnostic;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Algorithms of the tenant's own over REST: saved in versions, promoted, rolled back.
@Path("/api/v1/algorithms/own/{name}")
@Tag(name = "Algorithms")
public class OwnAlgorithmResource {
    private static final int PRECONDITION_REQUIRED = 428;
    private static final String UNKNOWN = "unknown-algorithm";

    private final OwnAlgorithms algorithms;
    private final AlgorithmSaving saving;
    private final AlgorithmRuns runs;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    OwnAlgorithmResource(
            OwnAlgorithms algorithms,
            AlgorithmSaving saving,
            AlgorithmRuns runs,
            CurrentTenant tenant,
            InstantSource clock) {
        this.algorithms = algorithms;
        this.saving = saving;
        this.runs = runs;
        this.tenant = tenant;
        this.clock = clock;
    }

    public record Promotion(@Nullable Integer version) {}

    /// @param version the newest when absent
    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "One algorithm of the tenant's own, with its versions and what happened to them")
    @APIResponseSchema(value = AlgorithmView.class, responseCode = "200")
    public Response find(String name, @QueryParam("version") @Nullable Integer version) {
        var standing = existing(name);
        return answer(shown(standing, version == null ? standing.newest() : version), null);
    }

    @PUT
    @RolesAllowed("editor")
    @Operation(
            summary = "Register an algorithm, or save its next version",
            description =
                    "A script as source; or {\"language\": \"onnx\", \"model\": \"…base64…\"} with a little JSON about the model as source. The new version is in shadow: rules use it by its number only. The answer tells how its tests went.")
    @APIResponseSchema(value = AlgorithmView.class, responseCode = "200")
    public Response save(
            String name, @HeaderParam("If-Match") @Nullable String match, AlgorithmText text) {
        var wanted = named(name);
        int before = before(wanted, match);
        return switch (saving.save(
                tenant.id(),
                wanted,
                before,
                text(text),
                new Saved(clock.instant(), tenant.account()))) {
            case AlgorithmSaving.Ending.Stored(var version) -> answer(version, tested(version));
            case AlgorithmSaving.Ending.Invalid(var flaws) -> throw invalid(flaws);
            case AlgorithmSaving.Ending.Stale() -> throw stale(wanted);
        };
    }

    @DELETE
    @RolesAllowed("editor")
    @Operation(summary = "Delete an algorithm that was never stable")
    public void delete(String name) {
        var standing = existing(name);
        if (stages(standing).wasEverStable()) {
            throw new Problem(
                    Response.Status.CONFLICT,
                    "algorithm-was-stable",
                    "algorithm %s was stable, and rules may name its versions: retire it instead"
                            .formatted(standing.name().full()));
        }
        algorithms.delete(tenant.id(), standing.name());
    }

    @POST
    @Path("/promote")
    @RolesAllowed("editor")
    @Operation(
            summary = "Make a version stable",
            description =
                    "{\"version\": 2}, or the newest without one. All tests of the version must pass; the stable version before it is retired.")
    @APIResponseSchema(value = AlgorithmView.class, responseCode = "200")
    public Response promote(String name, @Nullable Promotion promotion) {
        var standing = existing(name);
        var version =
                shown(
                        standing,
                        promotion == null || promotion.version() == null
                                ? standing.newest()
                                : promotion.version());
        var tested = tested(version);
        var failed =
                tested.stream()
                        .filter(test -> test.problem() != null)
                        .map(test -> test.name() + ": " + test.problem())
                        .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            throw new Problem(
                            Response.Status.CONFLICT,
                            "tests-failed",
                            "%s cannot become stable, since tests fail: %s"
                                    .formatted(version.full(), failed))
                    .with("tests", tested);
        }
        change(
                standing,
                stages(standing).promoting(version.number(), clock.instant(), tenant.account()));
        return answer(version, tested);
    }

    @POST
    @Path("/rollback")
    @RolesAllowed("editor")
    @Operation(summary = "Make the stable version before this one stable again")
    @APIResponseSchema(value = AlgorithmView.class, responseCode = "200")
    public Response rollBack(String name) {
        var standing = existing(name);
        var changes =
                stages(standing)
                        .rollingBack(clock.instant(), tenant.account())
                        .orElseThrow(() ->
                                new Problem(
                                        Response.Status.CONFLICT,
                                        "nothing-to-roll-back-to",
                                        "no version of %s was stable before this one: retire it, or promote another"
                                                .formatted(standing.name().full())));
        change(standing, changes);
        return answer(shown(standing, changes.getLast().number()), null);
    }

    @POST
    @Path("/retire")
    @RolesAllowed("editor")
    @Operation(summary = "Take the stable version back, so that the bare name means none")
    @APIResponseSchema(value = AlgorithmView.class, responseCode = "200")
    public Response retire(String name) {
        var standing = existing(name);
        change(standing, stages(standing).retiring(clock.instant(), tenant.account()));
        return answer(shown(standing, standing.newest()), null);
    }

    private void change(Standing standing, List<StageChange> changes) {
        if (!changes.isEmpty()
                && !algorithms.change(tenant.id(), standing.name(), standing.stable(), changes)) {
            throw stale(standing.name());
        }
    }

    private List<Tested> tested(AlgorithmVersion version) {
        try {
            return runs.test(tenant.id(), Program.of(version), clock.instant());
        } catch (IllegalArgumentException problem) {
            return List.of(new Tested("tests", String.valueOf(problem.getMessage()), null));
        }
    }

    private Response answer(AlgorithmVersion shown, @Nullable List<Tested> tested) {
        var standing = existing(shown.name().value());
        var view =
                AlgorithmView.of(
                        shown,
                        algorithms.versions(tenant.id(), shown.name()),
                        stages(standing),
                        tested);
        return Response.ok(view).header("ETag", etag(standing.newest())).build();
    }

    private Stages stages(Standing standing) {
        return new Stages(standing.stable(), algorithms.history(tenant.id(), standing.name()));
    }

    private AlgorithmVersion shown(Standing standing, int number) {
        return algorithms
                .version(tenant.id(), standing.name(), number)
                .orElseThrow(() ->
                        new Problem(
                                Response.Status.NOT_FOUND,
                                UNKNOWN,
                                "there is no version %d of %s; its newest is %d"
                                        .formatted(
                                                number,
                                                standing.name().full(),
                                                standing.newest())));
    }

    private int before(AlgorithmName name, @Nullable String match) {
        var standing = algorithms.find(tenant.id(), name);
        if (standing.isEmpty()) {
            return 0;
        }
        if (match == null) {
            throw new Problem(
                    PRECONDITION_REQUIRED,
                    "version-required",
                    "there is an algorithm %s: send If-Match with the ETag of its newest version to save the next"
                            .formatted(name.full()));
        }
        if (!match.equals(etag(standing.get().newest()))) {
            throw stale(name);
        }
        return standing.get().newest();
    }

    private Standing existing(String name) {
        return AlgorithmName.of(name)
                .flatMap(known -> algorithms.find(tenant.id(), known))
                .orElseThrow(() ->
                        new Problem(
                                Response.Status.NOT_FOUND,
                                UNKNOWN,
                                "there is no algorithm " + AlgorithmName.PREFIX + name));
    }

    private static AlgorithmName named(String name) {
        try {
            return new AlgorithmName(name);
        } catch (IllegalArgumentException wrong) {
            throw invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static Text text(AlgorithmText given) {
        try {
            return given.text();
        } catch (IllegalArgumentException wrong) {
            throw invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static Problem stale(AlgorithmName name) {
        return new Problem(
                Response.Status.PRECONDITION_FAILED,
                "algorithm-changed",
                "somebody changed algorithm %s in between: read it again".formatted(name.full()));
    }

    private static Problem invalid(String message) {
        return new Problem(Response.Status.BAD_REQUEST, "invalid-algorithm", message);
    }

    private static Problem invalid(List<Diagnostic> flaws) {
        var first = flaws.getFirst();
        var problem = invalid(first.message()).with("diagnostics", flaws);
        return first.line() == null ? problem : problem.with("line", first.line());
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }
}
