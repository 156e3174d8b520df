// SPDX-License-Identifier: Apache-2.0
// tries: ever new functions made at run time
// expect: limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    for (let i = 0; ; i++) new Function(`return ${i} + "${"x".repeat(100)}"`)();
  },
});
