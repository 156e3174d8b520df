// SPDX-License-Identifier: Apache-2.0
// tries: one line of log of a hundred megabytes
// expect: completed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log("x".repeat(1e8));
  },
});
