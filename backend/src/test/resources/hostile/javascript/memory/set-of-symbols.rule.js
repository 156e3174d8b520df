// SPDX-License-Identifier: Apache-2.0
// tries: a set of symbols
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const set = new Set();
    for (let i = 0; ; i++) set.add(Symbol(`s${i}`));
  },
});
