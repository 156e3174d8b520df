// SPDX-License-Identifier: Apache-2.0
// tries: numbers that double their digits
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let n = 3n;
    const all = [];
    for (;;) { n = n * n; all.push(n); }
  },
});
