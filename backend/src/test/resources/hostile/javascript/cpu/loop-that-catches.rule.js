// SPDX-License-Identifier: Apache-2.0
// tries: a loop that catches whatever would end it
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    while (true) { try { for (;;) {} } catch { continue; } finally { continue; } }
  },
});
