// SPDX-License-Identifier: Apache-2.0
// tries: errors, each with its stack
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Error.stackTraceLimit = Infinity;
    const all = [];
    const deep = (n) => (n === 0 ? all.push(new Error("x".repeat(100))) : deep(n - 1));
    for (;;) deep(200);
  },
});
