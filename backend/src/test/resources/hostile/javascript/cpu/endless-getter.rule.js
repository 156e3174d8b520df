// SPDX-License-Identifier: Apache-2.0
// tries: a getter that never answers, read by the SDK
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    return { labels: { host: "a" }, get severity() { for (;;) {} } };
  },
});
