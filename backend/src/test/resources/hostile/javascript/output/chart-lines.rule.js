// SPDX-License-Identifier: Apache-2.0
// tries: a chart of a hundred thousand lines
// expect: failed | limit resultBytes
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    return [fire(row, { evidence: [row.chart({ lines: Array.from({ length: 1e5 }, (_, i) => i) })] })];
  },
});
