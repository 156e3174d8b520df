// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// JSON texts that look more or less like results, with a fault here and there.
final class RandomResults {
    private static final int MANY = 12;
    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "-1e999",
                    "0.5",
                    "9".repeat(500),
                    "9007199254740993",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"NaN\"",
                    "{}",
                    "[]",
                    "[[]]",
                    "[null]",
                    "{\"__proto__\":1}",
                    "{\"a\":{\"b\":{}}}",
                    "[".repeat(80) + "]".repeat(80));

    private final Random random;

    RandomResults(Random random) {
        this.random = random;
    }

    String result() {
        var text =
                maybe(() ->
                        "{\"verdicts\":%s,\"judged\":%s,\"charts\":%s}"
                                .formatted(
                                        maybe(() -> list(this::verdict)),
                                        maybe(() -> "false"),
                                        maybe(() -> list(this::chart))));
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
    }

    String state() {
        return maybe(() -> "{\"n\":1}");
    }

    private String verdict() {
        return "{\"kind\":%s,\"labels\":%s,\"severity\":%s,\"value\":%s,\"score\":%s,\"reason\":%s,\"charts\":%s}"
                .formatted(
                        maybe(() -> any("\"fire\"", "\"clear\"", "\"suppressed\"", "\"unknown\"")),
                        maybe(() -> "{\"host\":\"h%d\"}".formatted(random.nextInt())),
                        maybe(() -> any("\"critical\"", "\"info\"", "null")),
                        maybe(() -> "1.5"),
                        maybe(() -> "null"),
                        maybe(() -> any("null", "{\"en\":\"because\"}", "{\"xx-yy\":\"z\"}")),
                        maybe(() -> list(() -> any("0", "1", "2"))));
    }

    private String chart() {
        return "{\"title\":%s,\"unit\":%s,\"series\":%s,\"lines\":%s,\"bands\":%s,\"areas\":%s}"
                .formatted(
                        maybe(() -> "\"title\""),
                        maybe(() -> "null"),
                        maybe(() -> list(this::series)),
                        maybe(() -> list(() -> "{\"value\":%s}".formatted(maybe(() -> "1")))),
                        maybe(() -> "[]"),
                        maybe(() ->
                                list(() -> "{\"from\":1,\"to\":%s}".formatted(maybe(() -> "2")))));
    }

    private String series() {
        return "{\"name\":%s,\"labels\":%s,\"times\":%s,\"values\":%s}"
                .formatted(
                        maybe(() -> "\"s\""),
                        maybe(() -> "{}"),
                        maybe(() -> "[1,2]"),
                        maybe(() -> "[1.5,null]"));
    }

    /// What it should be, or seldom something else.
    private String maybe(Supplier<String> right) {
        return random.nextInt(40) == 0 ? ODD.get(random.nextInt(ODD.size())) : right.get();
    }

    private String list(Supplier<String> element) {
        int length = random.nextInt(10) == 0 ? random.nextInt(MANY) : random.nextInt(3);
        return IntStream.range(0, length)
                .mapToObj(_ -> maybe(element))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String any(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
