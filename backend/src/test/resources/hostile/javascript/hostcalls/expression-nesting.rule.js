// SPDX-License-Identifier: Apache-2.0
// tries: an expression nested so deep that the host's stack overflows
// expect: failed | limit wallTime|cpuTime|memory
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m").last("5m").where({ host: new RegExp("(".repeat(3000) + "a" + ")".repeat(3000)) }).count();
  },
});
