// SPDX-License-Identifier: Apache-2.0
// tries: to flatten a list nested a million deep
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    let list = [];
    for (let i = 0; i < 1e6; i++) list = [list];
    log(list.flat(Infinity).length, String(list).length);
  },
});
