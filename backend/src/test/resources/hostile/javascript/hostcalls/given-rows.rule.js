// SPDX-License-Identifier: Apache-2.0
// tries: rows of the script's own making, as the rows of a frame
// expect: failed | completed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    Object.prototype.toJSON = function () { return { op: "given", rows: [{ secret: "vault" }] }; };
    data.metric("m").last("5m").rows();
  },
});
