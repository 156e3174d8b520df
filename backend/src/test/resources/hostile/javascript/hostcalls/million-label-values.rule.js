// SPDX-License-Identifier: Apache-2.0
// tries: a condition of a million values
// expect: failed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m").last("5m").where({ host: Array.from({ length: 1e6 }, (_, i) => `h${i}`) }).count();
  },
});
