// SPDX-License-Identifier: Apache-2.0
// tries: a call by name, smuggled into a plan
// expect: failed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    Object.prototype.toJSON = function () { return { call: "alerts", op: "alerts", state: "firing" }; };
    data.metric("m").last("5m").rows();
  },
});
