// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker.onnx;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/// Texts out of a model, as sentences for its author may quote them.
final class Words {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_REASON = 400;
    private static final int MOST_NAMES = 10;

    private Words() {}

    static String quoted(String name) {
        var clean = clean(name);
        var shown = clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
        return "\"" + shown + "\"";
    }

    static String list(Collection<String> names) {
        var shown =
                names.stream()
                        .limit(MOST_NAMES)
                        .map(Words::quoted)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names.size() > MOST_NAMES ? shown + ", …" : shown;
    }

    /// As in `float32 [batch, 10]`, where any size is a question mark.
    static String shape(long[] sizes) {
        return Arrays.stream(sizes)
                .mapToObj(size -> size < 0 ? "?" : String.valueOf(size))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /// What the runtime says, without places in its own sources.
    static String reason(String told) {
        var clean =
                clean(told)
                        .replaceFirst("^Error code - \\w+ - message: ", "")
                        .replaceAll("(?:/[\\w.+-]+){2,}(?::\\d+)?", "")
                        .replaceAll("\\s{2,}", " ")
                        .strip();
        return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) + "…" : clean;
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
