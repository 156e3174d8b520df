// SPDX-License-Identifier: Apache-2.0
// tries: a result that is six times as long once it is JSON
// expect: completed | failed | limit resultBytes|memory
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    return Array.from({ length: 4000 }, (_, n) => fire({ host: "\u0001".repeat(400) + n }, { reason: "\u0002".repeat(480) }));
  },
});
