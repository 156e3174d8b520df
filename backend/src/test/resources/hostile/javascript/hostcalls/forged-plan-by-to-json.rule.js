// SPDX-License-Identifier: Apache-2.0
// tries: a plan of the script's own making, past the SDK's checks
// expect: failed
// says: needs
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    Object.prototype.toJSON = function () { return { op: "select", metric: "other.metric", last: "5m" }; };
    data.metric("m").last("5m").rows();
  },
});
