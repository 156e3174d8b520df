// SPDX-License-Identifier: Apache-2.0
// tries: an iterator that makes verdicts until it is stopped
// expect: failed | limit wallTime|cpuTime|memory
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    let n = 0;
    return { [Symbol.iterator]() { return { next: () => ({ done: false, value: fire({ host: "h" + n++ }) }) }; } };
  },
});
