// SPDX-License-Identifier: Apache-2.0
// tries: a list that claims to be as long as numbers go
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Array.prototype.sort.call({ length: 2 ** 53 - 1, 0: 2, 1: 1 });
  },
});
