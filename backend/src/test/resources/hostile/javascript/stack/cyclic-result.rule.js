// SPDX-License-Identifier: Apache-2.0
// tries: a list that holds itself, as the result
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const list = [];
    list.push(list);
    return list;
  },
});
