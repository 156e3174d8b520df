// SPDX-License-Identifier: Apache-2.0
// tries: a JSON text of millions of objects
// expect: limit memory|wallTime|cpuTime | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(JSON.parse(`[${"{\"a\":[]},".repeat(3e6)}0]`).length);
  },
});
