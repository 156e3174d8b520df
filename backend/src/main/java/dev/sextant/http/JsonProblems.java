// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.stream.Collectors;

/// Says what is wrong with a JSON body in the caller's words: where, which field, what was expected. Jackson's own messages
/// name Java classes and are never passed on.
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JacksonException fault) {
        var problem =
                switch (fault) {
                    case StreamReadException syntax ->
                            new Problem(400, "malformed-json", syntax(syntax));
                    // A syntax error inside a list arrives wrapped.
                    case JsonMappingException wrapped
                            when wrapped.getCause() instanceof StreamReadException syntax ->
                            new Problem(400, "malformed-json", syntax(syntax));
                    case ValueInstantiationException refused
                            when refused.getCause() instanceof IllegalArgumentException value
                                    && ValueFaults.isOurs(value) ->
                            new Problem(400, "invalid-argument", at(refused) + value.getMessage());
                    case JsonMappingException mapping ->
                            new Problem(400, "invalid-json", at(mapping) + expectation(mapping));
                    case JacksonException other ->
                            new Problem(
                                    400,
                                    "malformed-json",
                                    "the body is not JSON that this address takes");
                };
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            problem = problem.with("field", path(mapping.getPath()));
        }
        var location = fault.getLocation();
        if (location == null || location.getLineNr() < 1) {
            return problem;
        }
        return problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
    }

    private static String syntax(StreamReadException fault) {
        var location = fault.getLocation();
        var where =
                location == null
                        ? ""
                        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return "the body is not valid JSON" + where;
    }

    private static String at(JsonMappingException fault) {
        return fault.getPath().isEmpty() ? "" : "field " + path(fault.getPath()) + ": ";
    }

    private static String expectation(JsonMappingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                    "this field is not known" + known(unknown);
            case InvalidFormatException format ->
                    "\"" + format.getValue() + "\" is not " + name(format.getTargetType());
            case MismatchedInputException mismatch -> "expected " + name(mismatch.getTargetType());
            case JsonMappingException _ -> "the value does not fit";
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var names = unknown.getKnownPropertyIds();
        if (names == null || names.isEmpty()) {
            return "";
        }
        return "; known are "
                + names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String name(Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }

    private static String path(List<JsonMappingException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
