// SPDX-License-Identifier: Apache-2.0
// tries: a log line that is a large object
// expect: completed | limit memory|wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    log(Object.fromEntries(Array.from({ length: 2e5 }, (_, i) => [`key${i}`, "value"])));
  },
});
