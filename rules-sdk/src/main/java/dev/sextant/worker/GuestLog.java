// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.protocol.Message.LogLine;
import java.util.ArrayList;
import java.util.List;

/// What a rule logged, up to its limit; then one line says that the rest was dropped. Logging too much must not end an
/// evaluation.
final class GuestLog {
    private static final int LINE_OVERHEAD = 16;

    private final int limit;
    private final List<LogLine> lines = new ArrayList<>();
    private int used;
    private boolean cut;

    GuestLog(int limit) {
        this.limit = limit;
    }

    synchronized void add(String level, String text) {
        if (cut) {
            return;
        }
        // A text of more characters than the limit has bytes need not be encoded to know that it
        // does not fit.
        int size = text.length() > limit ? limit + 1 : text.getBytes(UTF_8).length;
        if (used + size + LINE_OVERHEAD > limit) {
            cut = true;
            lines.add(
                    new LogLine(
                            "warn",
                            "the log was cut here: its limit is %d bytes".formatted(limit)));
            return;
        }
        used += size + LINE_OVERHEAD;
        lines.add(new LogLine(level, text));
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }
}
