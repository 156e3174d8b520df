// SPDX-License-Identifier: Apache-2.0
// tries: a join over an array of four thousand million holes
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(new Array(4294967295).join("x").length);
  },
});
