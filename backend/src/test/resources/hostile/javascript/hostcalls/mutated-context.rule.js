// SPDX-License-Identifier: Apache-2.0
// tries: to change the context and what it holds
// expect: completed
// log: same
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, params, log } = ctx;
    for (const [target, name] of [[ctx, "data"], [ctx, "params"], [data, "metric"], [log, "info"], [ctx, "now"]]) {
      try { target[name] = () => "forged"; } catch { continue; }
    }
    log(typeof ctx.data.metric === "function" ? "same" : "changed");
  },
});
