// SPDX-License-Identifier: Apache-2.0
// tries: a loop that begins when the script is stopped
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    try { for (;;) {} } finally { for (;;) {} }
  },
});
