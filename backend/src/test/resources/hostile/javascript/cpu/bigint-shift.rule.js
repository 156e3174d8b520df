// SPDX-License-Identifier: Apache-2.0
// tries: a shift by two thousand million bits
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(String((1n << 2000000000n) * 3n).length);
  },
});
