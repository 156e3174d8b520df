// SPDX-License-Identifier: Apache-2.0
// tries: a plan that names another tenant
// expect: completed
// log: refused 4
// never: vault
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const Frame = data.metric("m").constructor;
    let refused = 0;
    for (const more of [{ tenant: "victim" }, { tenantId: "victim" }, { where: { tenant: "victim", __tenant: "victim" }, metric: "victim.secret" }, { metric: "../victim/victim.secret" }]) {
      try { new Frame({ op: "select", metric: "m", last: "1h", ...more }).count(); } catch { refused++; }
    }
    log("refused", refused);
  },
});
