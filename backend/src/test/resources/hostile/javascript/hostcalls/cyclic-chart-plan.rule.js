// SPDX-License-Identifier: Apache-2.0
// tries: a chart whose plan holds itself
// expect: failed
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    const plan = { op: "top" };
    plan.input = plan;
    return [fire({ host: "a" }, { evidence: [new row.constructor(plan, { metric: "m", labels: {}, points: [], start: 0, length: 0 }).chart({ around: "1h" })] })];
  },
});
