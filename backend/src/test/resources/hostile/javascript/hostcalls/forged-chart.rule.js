// SPDX-License-Identifier: Apache-2.0
// tries: a chart whose plan reads what the rule may not
// expect: failed
// says: needs
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    const forged = new row.constructor({ op: "select", metric: "other.metric", last: "5m" }, { metric: "m", labels: {}, points: [], start: 0, length: 0 });
    return [fire({ host: "a" }, { evidence: [forged.chart({ around: "1h" })] })];
  },
});
