// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.script.HostAnswer;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.script.ScriptLimits;
import dev.sextant.script.ScriptRequest;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Instant;
import java.util.stream.IntStream;

/// Scripts and rows for the tests of the workers.
final class TestScripts {
    private TestScripts() {}

    static ScriptRequest request(Script script, ScriptLimits limits) {
        var empty = JsonNodeFactory.instance.objectNode();
        return new ScriptRequest(script, empty, Instant.ofEpochMilli(1_000), empty, limits);
    }

    static Script script(String body) {
        var source =
                """
                import { rule, fire, clear } from "sextant";
                export default rule({ id: "r", every: "1m", needs: ["metrics:read:*"],
                  evaluate({ data, params, log, state }) {
                %s
                  } });
                """;
        return new Script(Language.JAVASCRIPT, source.formatted(body));
    }

    static HostAnswer rows(int count) {
        return new HostAnswer.Rows(
                new Frame(
                        IntStream.range(0, count)
                                .mapToObj(index ->
                                        new Series(
                                                new SeriesKey("m", Labels.of("host", "h" + index)),
                                                new long[] {500, 1_000},
                                                new double[] {index - 0.5, index + 0.5}))
                                .toList()));
    }
}
