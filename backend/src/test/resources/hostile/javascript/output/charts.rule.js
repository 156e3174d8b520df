// SPDX-License-Identifier: Apache-2.0
// tries: a thousand charts
// expect: completed
// log: charts were left out
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    return Array.from({ length: 1000 }, (_, i) => fire({ host: `h${i}` }, { evidence: [row.chart(), row.chart(), row.chart()] }));
  },
});
