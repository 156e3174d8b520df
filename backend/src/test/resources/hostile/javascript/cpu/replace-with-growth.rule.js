// SPDX-License-Identifier: Apache-2.0
// tries: a text that grows with every replacement
// expect: limit wallTime|cpuTime|memory | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    let text = "aa";
    for (;;) text = text.replaceAll("a", "aa");
  },
});
