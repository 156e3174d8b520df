// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanScriptTest {
    private static final TenantId ACME = new TenantId("acme");

    @ParameterizedTest
    @MethodSource("questions")
    void answersAsWritten(PlanScript.Question question) {
        var series = new InMemorySeries();
        var script = PlanScript.read("/query/plans.test");
        series.append(ACME, script.series());
        var engine =
                new QueryEngine(
                        series,
                        script.types(),
                        _ -> QueryLimits.standard(),
                        FrameMethods.none(),
                        Courses.none());

        var answered =
                switch (engine.run(ACME, question.plan(), question.now())) {
                    case QueryResult.Answer answer when answer.frame().series().isEmpty() ->
                            List.of("nothing");
                    case QueryResult.Answer answer -> PlanScript.lines(answer.frame());
                    case QueryResult.Refused(var code, var message, var _, var _) ->
                            List.of("refused " + code.text() + " " + message);
                };

        assertThat(answered).isEqualTo(question.wanted());
    }

    static List<PlanScript.Question> questions() {
        return PlanScript.read("/query/plans.test").questions();
    }
}
