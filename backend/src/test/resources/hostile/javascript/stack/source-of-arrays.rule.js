// SPDX-License-Identifier: Apache-2.0
// tries: literals nested a hundred thousand deep
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(eval("[".repeat(1e5) + "]".repeat(1e5)).length);
  },
});
