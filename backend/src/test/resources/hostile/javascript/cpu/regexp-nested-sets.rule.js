// SPDX-License-Identifier: Apache-2.0
// tries: nested repetition over a text of megabytes
// expect: limit wallTime|cpuTime|memory | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(/^((\w+\s?)*)*\1!$/.test("word ".repeat(1e5)));
  },
});
