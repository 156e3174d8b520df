// SPDX-License-Identifier: Apache-2.0
// tries: entities by a plan, without the need for them
// expect: failed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    Object.prototype.toJSON = function () { return { op: "whereNow", comparison: ">", value: 0, input: { op: "entities", type: "host" } }; };
    data.metric("m").last("5m").rows();
  },
});
