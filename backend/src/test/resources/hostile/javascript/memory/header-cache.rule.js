// SPDX-License-Identifier: Apache-2.0
// tries: a source of many megabytes of dead code
// expect: limit memory|wallTime|cpuTime | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    for (let i = 0; i < 40; i++) eval(`if (false) { ${`var v${i} = [${"1,".repeat(20000)}];`} }`);
    log("parsed");
  },
});
