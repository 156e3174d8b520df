// SPDX-License-Identifier: Apache-2.0
// tries: reverse over all whole numbers
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Array.prototype.reverse.call({ length: 2 ** 53 - 1 });
  },
});
