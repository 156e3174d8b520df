// SPDX-License-Identifier: Apache-2.0
// tries: lists in lists that hold themselves
// expect: failed | limit wallTime|cpuTime|memory
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    const list = [];
    list.push(list, list);
    return list;
  },
});
