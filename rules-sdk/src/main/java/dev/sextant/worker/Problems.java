// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;
import dev.sextant.protocol.Message.Problem;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/// What went wrong in a guest, in words for the author of the rule: no Java names, and a place in the author's file.
final class Problems {
    private static final String OWN_ERROR = "RuleError: ";
    private static final String SEXTANT = "/sextant";
    private static final String EXPORTS =
            "rule, algorithm, p, fire, clear, suppressed, unknown, not, Duration";
    private static final Pattern NO_EXPORT =
            Pattern.compile("module '(.+)' does not provide an export named '(.+)'");
    private static final int LONGEST_MESSAGE = 2_000;

    /// Longer words are no names; to search for one could take minutes.
    private static final int LONGEST_WORD = 200;

    private static final Pattern SYNTAX_PREFIX =
            Pattern.compile("^SyntaxError: (?:[^\\s:]+:\\d+:\\d+ )?");
    private static final Pattern NO_DEFAULT_YET =
            Pattern.compile("\\*default\\* is not defined|default is not defined");

    private final Message.Program program;
    private final ModuleFiles files;

    Problems(Message.Program program, ModuleFiles files) {
        this.program = program;
        this.files = files;
    }

    Problem of(PolyglotException problem) {
        var refused = files.refused();
        if (refused != null) {
            return nearWord(
                    "the module \"%s\" cannot be imported; a rule may import \"sextant\" and the modules that were saved"
                            .formatted(refused),
                    refused,
                    program);
        }
        var unknown = NO_EXPORT.matcher(String.valueOf(problem.getMessage()));
        if (unknown.find()) {
            return nearWord(
                    noExport(unknown.group(1), unknown.group(2)), unknown.group(2), program);
        }
        if (problem.isResourceExhausted()) {
            return placed("the rule used up its stack or memory", problem);
        }
        if (problem.isInternalError() || problem.isHostException()) {
            return placed("the script made its language runtime fail", problem);
        }
        return placed(message(problem), problem);
    }

    /// A problem at the first use of a word as a name in the program, if there is one.
    static Problem nearWord(String message, @Nullable String word, Message.Program program) {
        var told = shortened(message);
        if (word == null || word.isEmpty() || word.length() > LONGEST_WORD) {
            return new Problem(told, null, null);
        }
        var found =
                Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                        .matcher(program.text());
        if (!found.find()) {
            return new Problem(told, null, null);
        }
        var before = program.text().substring(0, found.start());
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Problem(told, line, found.start() - before.lastIndexOf('\n'));
    }

    private static String noExport(String module, String name) {
        var known = module.equals("sextant") ? "; it has " + EXPORTS : "";
        return "the module \"%s\" has no export %s%s".formatted(module, name, known);
    }

    private static String message(PolyglotException problem) {
        var raw = problem.getMessage() == null ? "the rule threw nothing" : problem.getMessage();
        if (problem.isSyntaxError()) {
            raw = SYNTAX_PREFIX.matcher(raw).replaceFirst("").lines().findFirst().orElse(raw);
        } else if (raw.startsWith(OWN_ERROR)) {
            raw = raw.substring(OWN_ERROR.length());
        }
        if (NO_DEFAULT_YET.matcher(raw).find()) {
            return "the file did not come to its end at once: rules have no top-level await";
        }
        return shortened(raw);
    }

    static String shortened(String message) {
        return message.length() > LONGEST_MESSAGE
                ? message.substring(0, LONGEST_MESSAGE) + "…"
                : message;
    }

    private Problem placed(String message, PolyglotException problem) {
        var module = inModule(problem);
        var told = module == null ? message : atModule(module, message);
        var section = place(problem);
        if (section != null) {
            return new Problem(told, section.getStartLine(), section.getStartColumn());
        }
        return nearWord(told, module == null ? nearOf(problem) : name(module), program);
    }

    /// The place in a tenant's module where it went wrong; null when that is in the author's own file or nowhere known.
    private @Nullable SourceSection inModule(PolyglotException problem) {
        if (isModule(problem.getSourceLocation())) {
            return problem.getSourceLocation();
        }
        for (var frame : problem.getPolyglotStackTrace()) {
            var section = frame.getSourceLocation();
            if (isOwn(section)) {
                return null;
            }
            if (isModule(section)) {
                return section;
            }
        }
        return null;
    }

    private boolean isModule(@Nullable SourceSection section) {
        return section != null
                && section.isAvailable()
                && !SEXTANT.equals(section.getSource().getPath())
                && files.has(section.getSource().getPath());
    }

    private static String name(SourceSection section) {
        return section.getSource().getPath().substring(1);
    }

    private static String atModule(SourceSection section, String message) {
        return "%s (%s, line %d)".formatted(message, name(section), section.getStartLine());
    }

    /// The innermost place in the author's own file.
    private @Nullable SourceSection place(PolyglotException problem) {
        if (isOwn(problem.getSourceLocation())) {
            return problem.getSourceLocation();
        }
        for (var frame : problem.getPolyglotStackTrace()) {
            if (isOwn(frame.getSourceLocation())) {
                return frame.getSourceLocation();
            }
        }
        return null;
    }

    private boolean isOwn(@Nullable SourceSection section) {
        return section != null
                && section.isAvailable()
                && section.getSource().getName().equals(program.name())
                && section.getCharLength() < program.text().length();
    }

    private static @Nullable String nearOf(PolyglotException problem) {
        try {
            var thrown = problem.getGuestObject();
            if (thrown == null || !thrown.isException() || !thrown.hasMember("near")) {
                return null;
            }
            var near = thrown.getMember("near");
            return near.isString() ? near.asString() : null;
        } catch (PolyglotException | IllegalStateException _) {
            // The guest's own accessor failed, or the context was cancelled meanwhile: then there
            // is no hint.
            return null;
        }
    }
}
