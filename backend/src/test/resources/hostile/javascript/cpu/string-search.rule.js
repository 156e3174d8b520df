// SPDX-License-Identifier: Apache-2.0
// tries: a search that compares everything with everything
// expect: limit wallTime|cpuTime|memory | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(("a".repeat(3e5) + "b").repeat(3).indexOf("a".repeat(3e5) + "c"));
  },
});
