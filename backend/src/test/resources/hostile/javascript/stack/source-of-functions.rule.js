// SPDX-License-Identifier: Apache-2.0
// tries: functions nested ten thousand deep
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    eval("(function(){".repeat(1e4) + "})()".repeat(1e4));
    log("ran");
  },
});
