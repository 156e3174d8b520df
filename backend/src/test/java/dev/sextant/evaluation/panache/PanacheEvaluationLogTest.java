// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.evaluation.EvaluationLogContract;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;

@QuarkusTest
class PanacheEvaluationLogTest extends EvaluationLogContract {
    @Inject EvaluationLog log;

    @Override
    protected EvaluationLog log() {
        return log;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheEvaluationLogTest {}
}
