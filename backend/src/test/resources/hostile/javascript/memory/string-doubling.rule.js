// SPDX-License-Identifier: Apache-2.0
// tries: a text that doubles
// expect: limit memory|wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let text = "x";
    for (;;) text = text + text;
  },
});
