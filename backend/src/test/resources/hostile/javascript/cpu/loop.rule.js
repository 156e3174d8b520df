// SPDX-License-Identifier: Apache-2.0
// tries: a loop without end
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (;;) {}
  },
});
