// SPDX-License-Identifier: Apache-2.0
// tries: operations that no plan has
// expect: completed
// log: refused 7
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const Frame = data.metric("m").constructor;
    let refused = 0;
    for (const plan of [{ op: "sql", text: "select 1" }, { op: "exec" }, { op: "arithmetic" }, { op: "top", count: -1 }, { op: "whereNow", input: 7 }, [], { op: { toString: "x" } }]) {
      try { new Frame(plan).count(); } catch { refused++; }
    }
    log("refused", refused);
  },
});
