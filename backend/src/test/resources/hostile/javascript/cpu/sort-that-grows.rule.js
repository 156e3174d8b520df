// SPDX-License-Identifier: Apache-2.0
// tries: a comparator that grows what is sorted
// expect: completed | failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const list = [3, 2, 1];
    list.sort(() => { list.push(1); return 1; });
    log("sorted");
  },
});
