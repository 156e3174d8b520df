// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.evaluation.RulePrograms;
import dev.sextant.query.NearMiss;
import dev.sextant.rule.HeaderReader;
import dev.sextant.rule.ModuleImport;
import dev.sextant.rule.ModuleLinks;
import dev.sextant.rule.ModuleLinks.Draft;
import dev.sextant.rule.ModuleLinks.Linked;
import dev.sextant.rule.ModuleName;
import dev.sextant.rule.RuleConfig;
import dev.sextant.rule.RuleHeader;
import dev.sextant.script.HeaderOutcome;
import dev.sextant.script.Language;
import dev.sextant.script.Sandbox;
import dev.sextant.script.Script;
import dev.sextant.script.Script.ModuleText;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads rule headers by running scripts in the sandbox with no capability, together with the modules that they import.
///
/// Which versions of modules a header asks for is known only after the script ran, and a script runs only with its modules.
/// So the versions are first read off the text; a header that says otherwise is read again with its own.
@ApplicationScoped
public class ScriptHeaders implements HeaderReader {
    private static final Pattern PINS = Pattern.compile("\\bmodules\\s*[:=]\\s*\\{([^{}]*)}");
    private static final Pattern PIN = Pattern.compile("[\"']([\\w/-]+)[\"']\\s*:\\s*(\\d{1,6})");

    /// An error within a module: what is wrong, the module's name and line.
    private static final Pattern IN_MODULE =
            Pattern.compile("(?s)(.*) \\(([\\w./-]+), line (\\d+)\\)");

    private final Sandbox sandbox;
    private final ModuleLinks links;
    private final RulePrograms programs;
    private final RuleConfig config;

    ScriptHeaders(Sandbox sandbox, ModuleLinks links, RulePrograms programs, RuleConfig config) {
        this.sandbox = sandbox;
        this.links = links;
        this.programs = programs;
        this.config = config;
    }

    @Override
    public Reading read(TenantId tenant, String language, String source) {
        var known = Language.of(language);
        if (known.isEmpty()) {
            return invalid(
                    "language \"%s\" is not known: use javascript or python".formatted(language));
        }
        var script = new Script(known.get(), source);
        var pins = pins(source);
        try {
            var first = read(tenant, script, pins);
            return first.header() == null || pins(first.header()).equals(pins)
                    ? first.reading()
                    : read(tenant, script, pins(first.header())).reading();
        } catch (IllegalArgumentException wrong) {
            return invalid(String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public List<Flaw> readModule(TenantId tenant, ModuleName name, String source) {
        var language = Language.of(name.language()).orElseThrow();
        try {
            var draft = new Draft(name.language(), source, Map.of(), name.folder());
            var linked = links.link(tenant, draft);
            var modules = new ArrayList<ModuleText>();
            modules.add(new ModuleText(name.value(), source));
            var program = new Script(language, importing(name), modules);
            var outcome =
                    sandbox.header(tenant, programs.script(tenant, program, linked.imports()));
            return switch (outcome) {
                case HeaderOutcome.Valid _ -> List.of();
                case HeaderOutcome.Invalid(var errors) ->
                        errors.stream()
                                .map(error -> inModule(name, told(tenant, language, error, linked)))
                                .toList();
            };
        } catch (IllegalArgumentException wrong) {
            return List.of(flaw(String.valueOf(wrong.getMessage())));
        }
    }

    /// The smallest rule that imports a module.
    private static String importing(ModuleName name) {
        return name.language().equals("python")
                ? """
                import %s
                from sextant import rule
                @rule(id="module", every="1m")
                def evaluate(ctx): return []
                """
                        .formatted(name.stem().replace('/', '.'))
                : """
                import * as module from "./%s";
                import { rule } from "sextant";
                export default rule({ id: "module", every: "1m", evaluate() { return []; } });
                """
                        .formatted(name);
    }

    /// Of a flaw whose place is in the module itself, that place.
    private static Flaw inModule(ModuleName name, Flaw flaw) {
        var place = IN_MODULE.matcher(flaw.message());
        if (!place.matches() || !place.group(2).equals(name.value())) {
            return new Flaw(flaw.severity(), flaw.message(), null, null);
        }
        return new Flaw(flaw.severity(), place.group(1), Integer.valueOf(place.group(3)), null);
    }

    /// A reading, and what the script itself said when it came to its end.
    private record Attempt(Reading reading, @Nullable JsonNode header) {}

    private Attempt read(TenantId tenant, Script script, Map<String, Integer> pins) {
        var language = script.language();
        var linked = links.link(tenant, Draft.rule(language.text(), script.source(), pins));
        var outcome = sandbox.header(tenant, programs.script(tenant, script, linked.imports()));
        return switch (outcome) {
            case HeaderOutcome.Invalid(var errors) ->
                    new Attempt(
                            new Reading.Invalid(
                                    errors.stream()
                                            .map(error -> told(tenant, language, error, linked))
                                            .toList()),
                            null);
            case HeaderOutcome.Valid(var header, var warnings) -> {
                var unused = unused(pins, linked.imports());
                var reading =
                        unused.isEmpty()
                                ? withImports(valid(header, warnings), linked.imports())
                                : invalid(
                                        "modules pins %s, which the rule does not import"
                                                .formatted(String.join(", ", unused)));
                yield new Attempt(reading, header);
            }
        };
    }

    private static Reading withImports(Reading reading, List<ModuleImport> imports) {
        return switch (reading) {
            case Reading.Invalid invalid -> invalid;
            case Reading.Valid(var header, var warnings) ->
                    new Reading.Valid(header.with(imports), warnings);
        };
    }

    /// An error in the author's words: of a name that is no module's, where it stands and what was probably meant.
    private Flaw told(
            TenantId tenant, Language language, HeaderOutcome.Diagnostic error, Linked linked) {
        return linked.strangerIn(error.message())
                .map(stranger -> {
                    var names = links.names(tenant, language.text());
                    var meant =
                            NearMiss.of(stranger.name(), names)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse(
                                            names.isEmpty()
                                                    ? "; no module was saved yet"
                                                    : "; there are " + String.join(", ", names));
                    return new Flaw(
                            "error",
                            "there is no module " + stranger.name() + meant,
                            stranger.line(),
                            stranger.column());
                })
                .orElseGet(() -> new Flaw("error", error.message(), error.line(), error.column()));
    }

    private static Map<String, Integer> pins(String source) {
        var pins = new TreeMap<String, Integer>();
        PINS.matcher(source)
                .results()
                .flatMap(found -> PIN.matcher(found.group(1)).results())
                .forEach(pin -> pins.put(pin.group(1), Integer.valueOf(pin.group(2))));
        return pins;
    }

    private static Map<String, Integer> pins(JsonNode header) {
        var pins = new TreeMap<String, Integer>();
        header.path("modules")
                .properties()
                .forEach(pin -> pins.put(pin.getKey(), pin.getValue().asInt()));
        return pins;
    }

    private static List<String> unused(Map<String, Integer> pins, List<ModuleImport> imports) {
        var used = imports.stream().map(module -> module.name().stem()).toList();
        return pins.keySet().stream().filter(pin -> !used.contains(pin)).toList();
    }

    private Reading valid(JsonNode header, List<HeaderOutcome.Diagnostic> warnings) {
        if (header.has("algorithm")) {
            return invalid(
                    "this file declares an algorithm: save it under algorithms and use it in a rule");
        }
        if (header.has("on")) {
            return invalid(
                    "on is not available yet: give the rule an interval such as every: \"30s\" or a cron expression");
        }
        try {
            return new Reading.Valid(RuleHeader.of(zoned(header)), flaws("warning", warnings));
        } catch (IllegalArgumentException wrong) {
            return invalid(String.valueOf(wrong.getMessage()));
        }
    }

    /// A rule keeps its slots when the platform's time zone changes, until it is saved again.
    private JsonNode zoned(JsonNode header) {
        if (!header.has("cron")) {
            return header;
        }
        ObjectNode zoned = header.deepCopy();
        var named = header.path("timezone").asText();
        return zoned.put(
                RuleHeader.ZONE, named.equals("tenant") ? config.timeZone().getId() : named);
    }

    private static List<Flaw> flaws(String severity, List<HeaderOutcome.Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(found -> new Flaw(severity, found.message(), found.line(), found.column()))
                .toList();
    }

    private static Reading invalid(String message) {
        return new Reading.Invalid(List.of(flaw(message)));
    }

    private static Flaw flaw(String message) {
        return new Flaw("error", message, null, null);
    }
}
