// SPDX-License-Identifier: Apache-2.0
// tries: five thousand verdicts that share one large reason
// expect: failed | limit resultBytes|wallTime|cpuTime|memory
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const reason = "x".repeat(1e6);
    return Array.from({ length: 5000 }, (_, n) => fire({ host: "h" + n }, { reason: { en: reason, zh: reason } }));
  },
});
