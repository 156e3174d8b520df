// SPDX-License-Identifier: Apache-2.0
// tries: durations on which the host's reader overflows
// expect: completed
// log: refused 4
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const Frame = data.metric("m").constructor;
    let refused = 0;
    for (const last of ["1s".repeat(20000), "999999999w".repeat(30), "-5m", `${"9".repeat(400)}s`]) {
      try { new Frame({ op: "select", metric: "m", last }).count(); } catch { refused++; }
    }
    log("refused", refused);
  },
});
