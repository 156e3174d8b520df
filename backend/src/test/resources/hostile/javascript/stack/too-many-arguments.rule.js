// SPDX-License-Identifier: Apache-2.0
// tries: ten million arguments
// expect: failed | limit wallTime|cpuTime|memory | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(Math.max(...new Array(1e7).fill(1)), String.fromCharCode.apply(null, new Array(1e7).fill(65)).length);
  },
});
