// SPDX-License-Identifier: Apache-2.0
// tries: rows that the script changes, to change them for a second reading
// expect: completed
// log: 3 0.5
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const frame = data.metric("m").last("5m");
    const rows = frame.rows();
    try { rows[0].values[0] = 99; } catch { log("frozen"); }
    try { rows[0].labels.host = "forged"; } catch { log("frozen"); }
    const fresh = data.metric("m").last("5m").rows();
    log(fresh.length, fresh[0].values[0]);
  },
});
