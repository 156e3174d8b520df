// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/// Completes the OpenAPI document with what holds for every operation: the two kinds of credential and the
/// form of every error. Operations declare only what is special about them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer"))
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(CredentialMechanism.SESSION_COOKIE));
        document.setSecurity(
                List.of(
                        OASFactory.createSecurityRequirement().addScheme(TOKEN),
                        OASFactory.createSecurityRequirement().addScheme(SESSION)));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(ApiDocument::complete);
        }
    }

    private static Schema problem() {
        var problem = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (var text : List.of("type", "title", "code", "detail", "field", "incident")) {
            problem.addProperty(text, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        for (var number : List.of("status", "line", "column")) {
            problem.addProperty(
                    number, OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        }
        return problem.description("RFC 9457; code is for programs, detail for people")
                .required(List.of("type", "title", "status", "code", "detail"));
    }

    private static void complete(Operation operation) {
        var responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        if (responses.getDefaultValue() == null) {
            responses.setDefaultValue(OASFactory.createAPIResponse().description("any error"));
        }
        responses
                .getAPIResponses()
                .forEach((status, response) -> {
                    if ((status.startsWith("4") || status.equals("default"))
                            && response.getContent() == null) {
                        response.setContent(problemContent());
                    }
                });
    }

    private static Content problemContent() {
        var schema = OASFactory.createSchema().ref(PROBLEM);
        return OASFactory.createContent()
                .addMediaType(
                        ProblemMappers.PROBLEM_JSON, OASFactory.createMediaType().schema(schema));
    }
}
