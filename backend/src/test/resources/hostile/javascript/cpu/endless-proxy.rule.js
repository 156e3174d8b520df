// SPDX-License-Identifier: Apache-2.0
// tries: a proxy that never answers
// expect: limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    data.metric("m").where(new Proxy({}, { ownKeys() { for (;;) {} } }));
  },
});
