// SPDX-License-Identifier: Apache-2.0
// tries: an expression with look-behind that backtracks for ever
// expect: limit wallTime|cpuTime | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    /(?<=^(a|aa)+)\1$/.test("a".repeat(60) + "c");
  },
});
