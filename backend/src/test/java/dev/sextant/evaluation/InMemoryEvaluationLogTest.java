// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

class InMemoryEvaluationLogTest extends EvaluationLogContract {
    private final EvaluationLog log = new InMemoryEvaluationLog();

    @Override
    protected EvaluationLog log() {
        return log;
    }
}
