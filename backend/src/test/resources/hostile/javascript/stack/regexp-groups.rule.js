// SPDX-License-Identifier: Apache-2.0
// tries: an expression of a hundred thousand groups
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(new RegExp("(".repeat(1e5) + "a" + ")".repeat(1e5)).test("a"));
  },
});
