// SPDX-License-Identifier: Apache-2.0
// tries: times on which the host's arithmetic overflows
// expect: completed
// log: refused 5
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const Frame = data.metric("m").constructor;
    let refused = 0;
    for (const [from, to] of [[-9007199254740991, 9007199254740991], [0, 9007199254740991], [-9007199254740991, 0], [5, 1], ["a", "b"]]) {
      try { new Frame({ op: "select", metric: "m", from, to, step: "1ms", aggregate: "avg", offset: "520w" }).count(); } catch { refused++; }
    }
    log("refused", refused);
  },
});
