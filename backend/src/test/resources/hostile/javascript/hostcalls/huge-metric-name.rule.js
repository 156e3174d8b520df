// SPDX-License-Identifier: Apache-2.0
// tries: the name of a metric of fifty megabytes
// expect: failed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m" + "x".repeat(5e7)).last("5m").count();
  },
});
