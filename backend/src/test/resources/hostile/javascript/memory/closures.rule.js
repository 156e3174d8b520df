// SPDX-License-Identifier: Apache-2.0
// tries: a chain of closures
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let last = () => 0;
    for (;;) { const before = last; const ballast = new Array(100).fill(1); last = () => before() + ballast.length; }
  },
});
