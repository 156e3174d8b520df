// SPDX-License-Identifier: Apache-2.0
// tries: blocks nested fifty thousand deep
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    eval("{".repeat(5e4) + "}".repeat(5e4));
    log("parsed");
  },
});
