// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Says the sentences of answers in the language that the reader's `Accept-Language` asks for first, of those there are:
/// of problems, of what the platform says about rules, which is kept in English, and of what algorithms say when they are run. What users wrote stays as it is.
public class ReaderLanguage {
    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    private static final Set<String> ABOUT_RULES =
            Set.of("rules", "evaluations", "modules", "algorithms");
    private static final Set<String> SENTENCES = Set.of("detail", "message", "reason", "explain");
    private static final Set<String> OF_USERS =
            Set.of("header", "parameters", "labels", "verdicts", "charts", "log", "source");

    private final Sentences chinese = Sentences.chinese();
    private final ObjectMapper json;

    ReaderLanguage(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    public void translate(ContainerRequestContext request, ContainerResponseContext response) {
        var entity = response.getEntity();
        boolean isProblem = response.getStatus() >= 400 && entity instanceof Map<?, ?>;
        if (entity == null || !isChinese(request) || !(isProblem || isAboutRules(request))) {
            return;
        }
        var answer = json.<JsonNode>valueToTree(entity);
        translate(answer);
        response.setEntity(answer);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, "zh");
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private void translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                if (SENTENCES.contains(field.getKey()) && field.getValue().isTextual()) {
                    field.setValue(TextNode.valueOf(chinese.say(field.getValue().textValue())));
                } else if (!OF_USERS.contains(field.getKey())) {
                    translate(field.getValue());
                }
            }
        } else {
            node.forEach(this::translate);
        }
    }

    private static boolean isAboutRules(ContainerRequestContext request) {
        var segments = request.getUriInfo().getPathSegments();
        return segments.size() > 2
                && segments.get(0).getPath().equals("api")
                && ABOUT_RULES.contains(segments.get(2).getPath());
    }

    private static boolean isChinese(ContainerRequestContext request) {
        return request.getAcceptableLanguages().stream()
                .map(language -> language.getLanguage())
                .filter(LANGUAGES::contains)
                .findFirst()
                .filter("zh"::equals)
                .isPresent();
    }
}
