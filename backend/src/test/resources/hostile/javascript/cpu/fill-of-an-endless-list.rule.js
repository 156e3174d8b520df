// SPDX-License-Identifier: Apache-2.0
// tries: fill over all whole numbers
// expect: limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 0);
  },
});
