// SPDX-License-Identifier: Apache-2.0
// tries: repetitions of repetitions
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(new RegExp(`${"(?:".repeat(6)}a${"{1000})".repeat(6)}`).test("a".repeat(100)));
  },
});
