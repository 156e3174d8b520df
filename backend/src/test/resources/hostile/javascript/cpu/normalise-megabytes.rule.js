// SPDX-License-Identifier: Apache-2.0
// tries: the normal form of megabytes of combining marks
// expect: completed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(("a" + "\u0315\u0300\u05ae".repeat(3e5)).normalize("NFKD").length);
  },
});
