// SPDX-License-Identifier: Apache-2.0
// tries: suspended generators
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const all = [];
    for (;;) { const one = (function* () { const own = new Array(1000).fill(1); yield own; yield own; })(); one.next(); all.push(one); }
  },
});
