// SPDX-License-Identifier: Apache-2.0
// tries: a function bound a million times
// expect: failed | completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    let f = () => 1;
    for (let i = 0; i < 1e6; i++) f = f.bind(null, i);
    log(f());
  },
});
