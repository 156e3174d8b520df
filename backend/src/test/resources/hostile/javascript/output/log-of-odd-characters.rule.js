// SPDX-License-Identifier: Apache-2.0
// tries: characters that terminals and databases do not take
// expect: completed
// never: \u0000
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log("nul \u0000 escape \u001b[2J bell \u0007 lone \ud800 end");
  },
});
