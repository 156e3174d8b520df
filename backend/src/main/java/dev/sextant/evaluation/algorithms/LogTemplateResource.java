// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sextant.algorithm.LogTemplates;
import dev.sextant.algorithm.LogTemplates.Line;
import dev.sextant.http.Problem;
import dev.sextant.query.FrameJson;
import dev.sextant.query.QueryResource;
import dev.sextant.query.QueryResult;
import dev.sextant.telemetry.Frame;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Lines of logs as series: how often lines of each template come; nothing is stored.
@Path("/api/v1/log-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Algorithms")
@RolesAllowed("viewer")
public class LogTemplateResource {
    private static final int BAD_REQUEST = 400;
    private static final int MOST_LINES = 100_000;
    private static final Duration USUAL_STEP = Duration.ofMinutes(1);

    @POST
    @Operation(
            summary = "Find the templates of log lines and count them",
            description =
                    "{\"every\": \"1m\", \"lines\": [{\"time\": 1772409600000, \"text\": \"user 17 signed in\"}]}")
    public FrameJson count(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        var frame = counted(body);
        return FrameJson.of(
                new QueryResult.Answer(
                        frame, new QueryResult.Cost(frame.series().size(), frame.points(), 0, 0)));
    }

    @POST
    @Produces(QueryResource.PICTURE)
    @Operation(summary = "Find the templates of log lines and count them: as a picture")
    public String picture(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
                    @Nullable JsonNode body) {
        return QueryResource.picture(counted(body));
    }

    private static Frame counted(@Nullable JsonNode body) {
        try {
            return frame(body == null ? MissingNode.getInstance() : body);
        } catch (IllegalArgumentException wrong) {
            throw new Problem(BAD_REQUEST, "invalid-lines", String.valueOf(wrong.getMessage()));
        }
    }

    /// A row per template, the one that came most often first.
    static Frame frame(JsonNode body) {
        var fields = OptionFields.of("the request", body).allow(Set.of("lines", "every"));
        var step =
                fields.find("every")
                        .map(every -> new GivenValue(fields, "every", every))
                        .map(every -> every.length(Duration.ofMillis(1), Duration.ofDays(366)))
                        .orElse(USUAL_STEP);
        return LogTemplates.counted(lines(body.path("lines")), step);
    }

    private static List<Line> lines(JsonNode given) {
        if (!given.isArray() || given.isEmpty() || given.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "lines must be a list of 1 to %,d lines".formatted(MOST_LINES));
        }
        var lines = new ArrayList<Line>();
        for (var line : given) {
            if (!line.path("time").canConvertToLong() || !line.path("text").isTextual()) {
                throw new IllegalArgumentException(
                        "lines[%d] must be { time, text }, the time in epoch milliseconds"
                                .formatted(lines.size()));
            }
            lines.add(new Line(line.path("time").longValue(), line.path("text").textValue()));
        }
        return lines;
    }
}
