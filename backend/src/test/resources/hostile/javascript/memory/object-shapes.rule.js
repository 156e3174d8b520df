// SPDX-License-Identifier: Apache-2.0
// tries: ever new shapes of objects
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const all = [];
    for (let i = 0; ; i++) { const one = {}; for (let j = 0; j < 50; j++) one[`p${i}_${j}`] = j; all.push(one); }
  },
});
