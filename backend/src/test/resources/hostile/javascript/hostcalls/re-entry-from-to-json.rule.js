// SPDX-License-Identifier: Apache-2.0
// tries: a host call while a plan is being written for a host call
// expect: failed | limit hostCalls|wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    let depth = 0;
    Object.prototype.toJSON = function () { if (depth++ < 500) data.metric("m").last("5m").count(); return this; };
    data.metric("m").last("5m").count();
  },
});
