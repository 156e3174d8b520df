// SPDX-License-Identifier: Apache-2.0
// tries: an expression that backtracks for ever
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    /^(a+)+\1$/.test("a".repeat(40) + "c");
  },
});
