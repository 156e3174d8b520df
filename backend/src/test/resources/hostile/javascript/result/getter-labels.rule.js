// SPDX-License-Identifier: Apache-2.0
// tries: labels that are getters with an end far away
// expect: completed | failed | limit resultBytes|wallTime|cpuTime
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const labels = {};
    for (let n = 0; n < 50000; n++) Object.defineProperty(labels, "l" + n, { enumerable: true, get: () => "v".repeat(100) });
    return [fire(labels)];
  },
});
