// SPDX-License-Identifier: Apache-2.0
// tries: two hundred thousand verdicts
// expect: failed | limit resultBytes|memory|wallTime|cpuTime
import { rule, clear } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return Array.from({ length: 2e5 }, (_, i) => clear({ host: `h${i}` }));
  },
});
