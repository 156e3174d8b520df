// SPDX-License-Identifier: Apache-2.0
// tries: the longest text at once
// expect: limit memory|wallTime|cpuTime | failed | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const text = "x".repeat(2 ** 29);
    log(text.split("").length);
  },
});
