// SPDX-License-Identifier: Apache-2.0
// tries: holes made real
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const holes = [];
    holes.length = 2 ** 32 - 1;
    log([...holes].length);
  },
});
