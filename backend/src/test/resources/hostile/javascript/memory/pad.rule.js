// SPDX-License-Identifier: Apache-2.0
// tries: padding to the longest text
// expect: limit memory|wallTime|cpuTime | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(JSON.stringify("x".padEnd(2 ** 29, "\u4e2d")).length);
  },
});
