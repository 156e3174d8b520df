// SPDX-License-Identifier: Apache-2.0
// tries: compiled code without end
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const all = [];
    for (let i = 0; ; i++) all.push(eval(`(function f${i}(a) { ${"a = a * 3 + 1; ".repeat(200)} return a; })`));
  },
});
