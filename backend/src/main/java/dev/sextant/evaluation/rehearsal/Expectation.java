// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.telemetry.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a test expects of a run. Labels name every alert that has them, whatever others it has.
sealed interface Expectation {
    @Nullable Integer line();

    Finding check(Seen seen, Span span);

    /// What an expectation came to.
    ///
    /// @param text the expectation in words
    /// @param seen what happened instead, or as well
    record Finding(String text, boolean passed, String seen) {}

    /// When an alert fires or resolves for the first time.
    record Moment(What what, Labels labels, Bounds bounds, boolean never, @Nullable Integer line)
            implements Expectation {
        enum What {
            FIRE,
            RESOLVE
        }

        /// Both ends belong to it; null is no bound.
        record Bounds(@Nullable Instant from, @Nullable Instant to) {
            boolean hold(Instant time) {
                return (from == null || !time.isBefore(from)) && (to == null || !time.isAfter(to));
            }
        }

        @Override
        public Finding check(Seen seen, Span span) {
            var first = seen.first(what, labels);
            var verb = what == What.FIRE ? "fires" : "resolves";
            var passed = never ? first.isEmpty() : first.filter(bounds::hold).isPresent();
            var text = "%s %s first %s".formatted(name(labels), verb, words(span));
            var happened = first.map(span::show).orElse("never");
            return new Finding(
                    never ? "%s never %s".formatted(name(labels), verb) : text, passed, happened);
        }

        private String words(Span span) {
            if (bounds.from() != null && bounds.from().equals(bounds.to())) {
                return "at " + span.show(bounds.from());
            }
            var words = new ArrayList<String>();
            Optional.ofNullable(bounds.from())
                    .ifPresent(from -> words.add("from " + span.show(from)));
            Optional.ofNullable(bounds.to()).ifPresent(to -> words.add("to " + span.show(to)));
            return String.join(" ", words);
        }
    }

    /// How many alerts fire.
    record Count(Labels labels, int atLeast, int atMost, @Nullable Integer line)
            implements Expectation {
        @Override
        public Finding check(Seen seen, Span span) {
            int count = seen.fired(labels).size();
            var bound =
                    atLeast == atMost
                            ? String.valueOf(atLeast)
                            : atMost == Integer.MAX_VALUE
                                    ? "at least " + atLeast
                                    : "at most " + atMost;
            return new Finding(
                    "%s alerts of %s".formatted(bound, name(labels)),
                    count >= atLeast && count <= atMost,
                    String.valueOf(count));
        }
    }

    /// One letter per slot: quiet, pending, firing, resolved.
    record States(Labels labels, Instant from, Instant to, String letters, @Nullable Integer line)
            implements Expectation {
        @Override
        public Finding check(Seen seen, Span span) {
            var happened = new StringBuilder();
            for (var slot : seen.slots(from, to)) {
                happened.append(seen.letter(labels, slot));
            }
            return new Finding(
                    "states of %s from %s to %s: %s"
                            .formatted(name(labels), span.show(from), span.show(to), letters),
                    letters.contentEquals(happened),
                    happened.toString());
        }
    }

    /// What the rule says at one slot; the worst of several.
    record VerdictAt(Labels labels, Instant at, String kind, @Nullable Integer line)
            implements Expectation {
        @Override
        public Finding check(Seen seen, Span span) {
            var happened = seen.verdict(labels, at);
            return new Finding(
                    "verdict of %s at %s: %s".formatted(name(labels), span.show(at), kind),
                    kind.equals(happened),
                    happened);
        }
    }

    /// The worst severity that fires.
    record Worst(Labels labels, String severity, @Nullable Integer line) implements Expectation {
        @Override
        public Finding check(Seen seen, Span span) {
            var happened = seen.worst(labels);
            return new Finding(
                    "severity of %s: %s".formatted(name(labels), severity),
                    severity.equals(happened),
                    happened);
        }
    }

    /// That slots fail, with a message that holds a text.
    record Failure(String text, @Nullable Integer line) implements Expectation {
        @Override
        public Finding check(Seen seen, Span span) {
            var happened = seen.failure();
            return new Finding(
                    "fails with \"%s\"".formatted(text),
                    happened != null && happened.message().contains(text),
                    happened == null ? "no slot failed" : happened.message());
        }
    }

    static boolean expectsFailure(List<Expectation> expectations) {
        return expectations.stream().anyMatch(Failure.class::isInstance);
    }

    private static String name(Labels labels) {
        return labels.size() == 0 ? "any" : String.join("/", labels.asMap().values());
    }
}
