// SPDX-License-Identifier: Apache-2.0
// tries: code nested a hundred thousand deep
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(eval("(".repeat(1e5) + "1" + ")".repeat(1e5)));
  },
});
