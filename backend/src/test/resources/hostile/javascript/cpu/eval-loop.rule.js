// SPDX-License-Identifier: Apache-2.0
// tries: a loop in code made at run time
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    eval("for (;;);");
  },
});
