// SPDX-License-Identifier: Apache-2.0
// tries: a generator that loops when it is closed
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    function* endless() { try { yield 1; } finally { for (;;) {} } }
    for (const one of endless()) { break; }
  },
});
