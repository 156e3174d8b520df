// SPDX-License-Identifier: Apache-2.0
// tries: a plan of thirty megabytes
// expect: failed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m").last("5m").where({ host: "x".repeat(3e7) }).count();
  },
});
