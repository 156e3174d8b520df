// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.sdk.definition.Definition;
import dev.sextant.sdk.definition.Definition.Member;
import dev.sextant.sdk.definition.Definition.Type;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The objects that rules meet are those of the definition, and what is generated from it is whole.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionTest {
    private static final Set<String> BUILT_IN =
            Set.of("Date", "RegExp", "Iterable", "Iterator", "T", "R");

    private final Guests guests = new Guests();
    private final Definition definition = Definition.read();

    @AfterAll
    void close() {
        guests.close();
    }

    @Test
    void everyRealMemberIsDefinedAndEveryDefinedMemberIsReal() throws JsonProcessingException {
        Map<String, List<String>> real =
                new ObjectMapper().readValue(guests.surface(), new TypeReference<>() {});

        var module = Stream.of(names(definition.functions()), definition.classes(), List.of("p"));
        assertThat(real.remove("sextant"))
                .containsExactlyInAnyOrderElementsOf(module.flatMap(List::stream).toList());
        for (var type : definition.types()) {
            var members = real.remove(type.name());
            if (members != null) {
                assertThat(members)
                        .as(type.name())
                        .containsExactlyInAnyOrderElementsOf(names(type.members()));
            } else {
                assertThat(type.shape() || type.members().isEmpty()).as(type.name()).isTrue();
            }
        }
        assertThat(real).isEmpty();
    }

    @Test
    void everyMemberOfPythonIsDefinedAndEveryDefinedMemberIsReal() throws JsonProcessingException {
        Map<String, List<String>> real =
                new ObjectMapper().readValue(PythonGuests.surface(), new TypeReference<>() {});

        var module = Stream.of(names(definition.functions()), definition.classes(), List.of("P"));
        assertThat(real.remove("sextant"))
                .containsExactlyInAnyOrderElementsOf(
                        pythonNames(module.flatMap(List::stream).toList()));
        for (var type : definition.types()) {
            var members = real.remove(type.name());
            if (members != null) {
                assertThat(members)
                        .as(type.name())
                        .containsExactlyInAnyOrderElementsOf(pythonNames(names(type.members())));
            }
        }
        assertThat(real).isEmpty();
    }

    @Test
    void theStubForPythonIsPythonWithEveryMember() throws IOException {
        var stub = resource("sextant.pyi");

        assertThat(pythonNames(members().map(Member::name).toList()))
                .allSatisfy(name -> assertThat(stub).contains(name));
        assertThat(stub)
                .contains("def fire(target: Target, *, severity: ")
                .contains("def __truediv__(self, other: Frame | float) -> Frame:");
        // It is valid Python: run as a rule, all that it lacks is a rule.
        assertThat(Guests.problem(new PythonGuests().header(stub)).message())
                .contains("the file declares no rule");
    }

    @Test
    void whatIsNotAvailableSaysSo() {
        for (var type :
                Map.of("algo", "Algorithms", "incident", "Incident", "data", "Data").entrySet()) {
            var owner =
                    definition.types().stream()
                            .filter(known -> known.name().equals(type.getValue()))
                            .findFirst();
            for (var member : owner.orElseThrow().members()) {
                if (!member.isAvailable()) {
                    var call = "ctx.%s.%s();".formatted(type.getKey(), member.name());
                    assertThat(Guests.problem(guests.evaluate(call)).message())
                            .contains(member.name() + " is not available yet");
                }
            }
        }
    }

    @Test
    void everythingIsDocumentedInBothLanguages() {
        assertThat(definition.types()).extracting(Type::doc).allSatisfy(DefinitionTest::isWhole);
        assertThat(members()).extracting(Member::doc).allSatisfy(DefinitionTest::isWhole);
    }

    @Test
    void everyNamedTypeIsDefined() {
        var known =
                Stream.concat(
                                definition.types().stream().map(Type::name),
                                definition.aliases().stream().map(Definition.Alias::name))
                        .collect(Collectors.toSet());
        known.addAll(BUILT_IN);

        assertThat(members().flatMap(DefinitionTest::typeNames)).allMatch(known::contains);
    }

    @Test
    void theTypesForEditorsHoldEveryMember() throws IOException {
        var types = resource("sextant.d.ts");

        assertThat(types).startsWith("// SPDX").contains("declare module \"sextant\" {");
        assertThat(types.chars().filter(c -> c == '{').count())
                .isEqualTo(types.chars().filter(c -> c == '}').count());
        assertThat(members().map(Member::name))
                .allSatisfy(name -> assertThat(types).contains(name));
        assertThat(types)
                .contains(
                        "export function fire(target: Target, options?: VerdictOptions): Verdict;");
    }

    private Stream<Member> members() {
        return Stream.concat(
                definition.functions().stream(),
                definition.types().stream().flatMap(type -> type.members().stream()));
    }

    private static void isWhole(Map<String, String> doc) {
        assertThat(doc).containsOnlyKeys("en", "zh");
        assertThat(doc.values()).allMatch(text -> !text.isBlank());
    }

    private static Stream<String> typeNames(Member member) {
        var parameters =
                member.parameters() == null ? List.<Definition.Parameter>of() : member.parameters();
        var expressions =
                Stream.concat(
                        Stream.of(String.valueOf(member.type()), String.valueOf(member.returns())),
                        parameters.stream().map(Definition.Parameter::type));
        return expressions
                .map(expression -> expression.replaceAll("\"[^\"]*\"", ""))
                .flatMap(
                        expression -> Pattern.compile("\\b[A-Z]\\w*").matcher(expression).results())
                .map(MatchResult::group);
    }

    private static List<String> pythonNames(List<String> names) {
        var words = Set.of("for", "not", "except");
        return names.stream()
                .map(name -> name.equals("P") ? name : snake(name))
                .map(name -> words.contains(name) ? name + "_" : name)
                .toList();
    }

    private static String snake(String name) {
        return Character.isUpperCase(name.charAt(0))
                ? name
                : name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }

    private static String resource(String name) throws IOException {
        try (var stream = Definition.class.getResourceAsStream("/META-INF/resources/sdk/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
