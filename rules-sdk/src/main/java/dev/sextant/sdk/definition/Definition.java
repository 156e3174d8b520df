// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that a module offers to rules or to their tests, with documentation per language. Types are written in a small
/// subset of TypeScript.
///
/// @param imports types of the module `sextant` that this one names; null: none
public record Definition(
        int version,
        String module,
        Map<String, String> doc,
        @Nullable List<String> imports,
        List<Alias> aliases,
        List<Type> types,
        List<Member> functions,
        List<Value> values,
        List<String> classes,
        List<Limit> limits) {

    /// How much of something a rule may use.
    public record Limit(Map<String, String> doc) {}

    /// A name for a type expression.
    ///
    /// @param python the expression in Python; null: the type, translated
    public record Alias(
            String name, String type, Map<String, String> doc, @Nullable String python) {}

    /// @param members in the order of the documentation
    /// @param construct parameters of its constructor, when the module exports it as a class
    /// @param call parameters when its objects can be called
    /// @param closed whether rules get objects of it but cannot write them down themselves
    /// @param shape whether it exists in signatures only: no object of the prelude stands behind it
    /// @param iterates what iteration yields
    /// @param generic its type variable with what it is by default, as in {@code "R = Row"}
    public record Type(
            String name,
            @Nullable String generic,
            Map<String, String> doc,
            List<Member> members,
            @Nullable List<Parameter> construct,
            @Nullable List<Parameter> call,
            boolean closed,
            boolean shape,
            @Nullable String iterates,
            @JsonProperty("extends") @Nullable String parent) {}

    /// A property (with `type`) or a method (with `parameters` and `returns`).
    ///
    /// @param available null when this version has it; false when it is announced and says so when used
    /// @param fallback what it is when left out, written in JavaScript
    /// @param only the language that alone has it; null: both
    public record Member(
            String name,
            @Nullable String type,
            @Nullable List<Parameter> parameters,
            @Nullable String returns,
            Map<String, String> doc,
            @Nullable String unit,
            @Nullable Boolean available,
            boolean optional,
            boolean terminal,
            @Nullable String generic,
            @JsonProperty("default") @Nullable String fallback,
            @Nullable String only) {

        public boolean isAvailable() {
            return available == null || available;
        }
    }

    /// @param doc null where the name says it all
    /// @param fallback what it is when left out, written in JavaScript
    public record Parameter(
            String name,
            String type,
            boolean optional,
            boolean rest,
            @Nullable Map<String, String> doc,
            @JsonProperty("default") @Nullable String fallback) {}

    /// An exported object.
    ///
    /// @param python its name in Python
    public record Value(String name, String type, Map<String, String> doc, String python) {}

    /// What rules can name: the module `sextant`.
    public static Definition read() {
        return read("definition.json");
    }

    /// What tests of rules can name beside it: the module `sextant/testing`.
    public static Definition readTesting() {
        return read("testing.json");
    }

    private static Definition read(String name) {
        var mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        try (var stream = Definition.class.getResourceAsStream("/sdk/" + name)) {
            return mapper.readValue(stream, Definition.class);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read sdk/" + name, problem);
        }
    }
}
