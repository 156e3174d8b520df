// SPDX-License-Identifier: Apache-2.0
// tries: a list of four thousand million holes
// expect: completed | failed | limit wallTime|cpuTime|memory
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const list = [];
    list.length = 2 ** 32 - 1;
    return list;
  },
});
