// SPDX-License-Identifier: Apache-2.0
// tries: every match of an expression
// expect: limit memory|wallTime|cpuTime | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const all = [..."ab".repeat(3e6).matchAll(/(a)(b)/g)];
    log(all.length);
  },
});
