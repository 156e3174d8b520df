// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleTests;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/// The tests of a rule that is about to be saved.
@ApplicationScoped
class RehearsedRules implements RuleTests {
    private final Rehearsals rehearsals;
    private final ObjectMapper json;

    RehearsedRules(Rehearsals rehearsals, ObjectMapper json) {
        this.rehearsals = rehearsals;
        this.json = json;
    }

    @Override
    public Tested run(TenantId tenant, Rule rule, String tests) {
        var script = new Script(Language.of(rule.language()).orElseThrow(), rule.source());
        var job = new Job(rule.header(), script, rule.parameters(), json.createObjectNode());
        var answer = rehearsals.run(tenant, job, tests);
        return new Tested(answer.passed(), json.valueToTree(answer));
    }
}
