// SPDX-License-Identifier: Apache-2.0
// tries: ever more arrays
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const all = [];
    for (;;) all.push(new Array(1e6).fill(1.5));
  },
});
