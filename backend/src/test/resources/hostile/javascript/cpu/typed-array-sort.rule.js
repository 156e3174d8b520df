// SPDX-License-Identifier: Apache-2.0
// tries: a comparator over millions of numbers
// expect: limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (;;) new Float64Array(1e6).map((_, i) => Math.sin(i)).sort((a, b) => b - a);
  },
});
