// SPDX-License-Identifier: Apache-2.0
// tries: a row that claims a thousand million points
// expect: failed | limit memory|wallTime|cpuTime | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const row = data.metric("m").last("5m").rows()[0];
    const forged = new row.constructor({ op: "select", metric: "other.metric" }, { metric: "m", labels: { host: "a" }, points: [], start: 0, length: 2 ** 30 });
    log(forged.values.length);
  },
});
