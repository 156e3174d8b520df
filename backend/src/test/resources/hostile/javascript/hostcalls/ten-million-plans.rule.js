// SPDX-License-Identifier: Apache-2.0
// tries: ten million plans, of which none is run
// expect: completed | limit wallTime|cpuTime
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    let frame = data.metric("m").last("5m");
    for (let i = 0; i < 1e7; i++) frame = data.metric("m").last("5m").by("host");
    log(frame.count());
  },
});
