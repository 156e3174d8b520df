// SPDX-License-Identifier: Apache-2.0
// tries: a sum of a hundred thousand terms
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(eval("1" + "+1".repeat(1e5)));
  },
});
